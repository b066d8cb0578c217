/// One-time invitations. The owner's program makes a code, tells the canister its
/// hash and the guest the code; the canister never knows a code that is not used.
///
/// There are at most 100, so looking at all of them is a bounded step.
import Map "mo:core/Map";
import Nat64 "mo:core/Nat64";
import Principal "mo:core/Principal";
import Limits "Limits";
import Secrets "Secrets";
import Types "Types";

module {

  public type Invite = {
    id : Nat64;
    hash : Blob;
    note : Text;
    created : Nat64;
    expires : Nat64;
    var usedBy : ?Principal;
  };

  public type Invites = { var last : Nat64; kept : Map.Map<Nat64, Invite> };

  public func empty() : Invites = { var last = 0; kept = Map.empty() };

  /// Null if there are too many. Repeating the call gives the same invite. Used and
  /// expired ones are forgotten, oldest first, when their room is needed.
  public func add(invites : Invites, args : Types.CreateInviteArgs, now : Nat64) : ?Invite {
    for (invite in invites.kept.values()) {
      if (invite.hash == args.hash) return ?invite;
    };
    if (not makeRoom(invites, now)) return null;
    invites.last += 1;
    let invite : Invite = {
      args with
      id = invites.last;
      created = now;
      var usedBy = null;
    };
    invites.kept.add(invite.id, invite);
    ?invite
  };

  func makeRoom(invites : Invites, now : Nat64) : Bool {
    if (invites.kept.size() < Limits.invites) return true;
    for (invite in invites.kept.values()) {
      if (not isOpen(invite, now)) {
        invites.kept.remove(invite.id);
        return true;
      };
    };
    false
  };

  /// The invite that `code` opens now: not used by another, not expired.
  public func find(invites : Invites, code : Blob, now : Nat64) : ?Invite {
    let hash = Secrets.hash(code);
    var found : ?Invite = null;
    for (invite in invites.kept.values()) {
      if (Secrets.same(invite.hash, hash) and isOpen(invite, now)) found := ?invite;
    };
    found
  };

  /// True if nobody can hold a code that was ever good and not revoked.
  public func isEmpty(invites : Invites) : Bool = invites.kept.isEmpty();

  func isOpen(invite : Invite, now : Nat64) : Bool = invite.usedBy == null and invite.expires > now;

  /// False if there is no such invite.
  public func revoke(invites : Invites, id : Nat64) : Bool = invites.kept.delete(id);

  public func toWire(invite : Invite) : Types.Invite {
    let { id; note; created; expires } = invite;
    { id; note; created; expires; used_by = invite.usedBy }
  };
}
