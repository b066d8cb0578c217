/// Which update calls are let in. What is refused here is not paid for, and its caller
/// learns nothing but that: so whoever may have a reason to ask gets in and is answered.
///
/// One node decides this, and calls from other canisters do not come by. So nothing
/// relies on it: every method checks again.
import Principal "mo:core/Principal";
import Claim "Claim";
import Community "Community";
import Invites "Invites";

module {

  public type Visitor = { caller : Principal; isController : Bool; argBytes : Nat; now : Nat64 };

  /// What a method is for, and the longest arguments that it can need.
  public type Purpose = {
    /// A query, asked of the whole subnet. It keeps no record, so nothing could count
    /// it: only who pays for the canister may do that. For others there is `head_replicated`.
    #look : Nat;
    /// Reads the own space.
    #ask : Nat;
    /// Changes the own space.
    #write : Nat;
    /// Deletes it: also for a suspended member.
    #leave : Nat;
    #claim : Nat;
    #join : Nat;
    #owner : Nat;
    #controller : Nat;
  };

  public func admits(community : Community.Community, visitor : Visitor, purpose : Purpose) : Bool {
    let { caller; isController; argBytes; now } = visitor;
    if (caller.isAnonymous()) return false;
    let isOwner = isController or Community.isOwner(community, caller);
    let mayRead = Community.mayRead(community, caller) == null;
    let (limit, isWelcome) = switch purpose {
      case (#look limit) (limit, isOwner);
      case (#ask limit) (limit, mayRead);
      case (#write limit) (limit, mayRead and not isRefusedWriter(community, caller));
      case (#leave limit) (limit, Community.isMember(community, caller));
      case (#claim limit) (limit, Claim.isOpen(community.claim) or Community.isMember(community, caller));
      case (#join limit) (limit, mayJoin(community, caller));
      case (#owner limit) (limit, isOwner);
      case (#controller limit) (limit, isController);
    };
    isWelcome and argBytes <= limit and (isController or not Community.isExhausted(community, caller, now))
  };

  func isRefusedWriter(community : Community.Community, caller : Principal) : Bool {
    if (Community.isMember(community, caller)) Community.isSuspended(community, caller) else Community.isFull(community)
  };

  func mayJoin(community : Community.Community, caller : Principal) : Bool {
    if (Community.isMember(community, caller)) return true;
    community.settings.registration != #single_owner and not Invites.isEmpty(community.invites)
  };
}
