/// Who may use this canister: its owner, its members, and how others become members.
///
/// A member is whoever claimed the canister, joined with an invite, had a space when
/// the canister was upgraded from release 1, or (where registration is open) had a
/// first row accepted. The owner is a member, too. Nothing here looks at more than
/// one member at a time.
import Map "mo:core/Map";
import Iter "mo:core/Iter";
import Nat64 "mo:core/Nat64";
import Nat "mo:core/Nat";
import Principal "mo:core/Principal";
import Runtime "mo:core/Runtime";
import Claim "Claim";
import Invites "Invites";
import Limits "Limits";
import Pace "Pace";
import Secrets "Secrets";
import Types "Types";

module {

  public type Member = {
    joined : Nat64;
    var lastSeen : Nat64; // the last update; a query leaves no trace
    var quotaBytes : ?Nat; // null: the default
    var suspended : Bool;
    var note : Text;
    var pace : Nat64; // see Pace.mo
    /// When this person last deleted the whole space: that names the epoch of the
    /// space from then on.
    var erased : ?Nat64;
  };

  public type Settings = {
    var registration : Types.Registration;
    var defaultQuotaBytes : Nat;
    var maxUsers : Nat;
    var updatesPerMinute : Nat;
    var lowCycles : Nat;
  };

  public type Community = {
    members : Map.Map<Principal, Member>;
    var owner : ?Principal;
    settings : Settings;
    claim : Claim.Claim;
    invites : Invites.Invites;
    var newcomersPace : Nat64; // of all who are no members, together
  };

  /// As it is after the first start of this release: with the members of the one
  /// before, at most 1,000 (none on a new canister).
  public func start(install : ?Types.InstallArgs, earlier : Iter.Iter<Principal>, now : Nat64) : Community {
    let registration = switch install {
      case (?{ registration = ?wanted }) wanted;
      case _ #single_owner;
    };
    let community : Community = {
      members = Map.empty();
      var owner = null;
      settings = {
        var registration = registration;
        var defaultQuotaBytes = Limits.defaultQuotaBytes;
        var maxUsers = Limits.defaultUsers;
        var updatesPerMinute = Limits.updatesPerMinute;
        var lowCycles = Limits.lowCycles;
      };
      claim = Claim.empty();
      invites = Invites.empty();
      var newcomersPace = 0;
    };
    for (user in earlier) ignore admit(community, user, now);
    community
  };

  /// What the argument of an installation or an upgrade still says to a canister that
  /// already has settings: a new claim secret. Traps on a bad one, so that it is not
  /// installed by mistake.
  public func heed(community : Community, install : ?Types.InstallArgs) {
    let ?{ claim_hash = ?hash } = install else return;
    if (not Secrets.isHash(hash)) Runtime.trap("claim_hash needs the 32 bytes of a SHA-256");
    Claim.offer(community.claim, hash);
  };

  public func member(community : Community, user : Principal) : ?Member = community.members.get(user);

  public func isMember(community : Community, user : Principal) : Bool = community.members.containsKey(user);

  public func isSuspended(community : Community, user : Principal) : Bool {
    switch (member(community, user)) {
      case (?member) member.suspended;
      case null false;
    }
  };

  public func isOwner(community : Community, user : Principal) : Bool = community.owner == ?user;

  public func isFull(community : Community) : Bool = community.members.size() >= community.settings.maxUsers;

  /// The member that `user` is from now on, if it was none before.
  public func admit(community : Community, user : Principal, now : Nat64) : Member {
    switch (community.members.get(user)) {
      case (?member) member;
      case null {
        let member : Member = {
          joined = now;
          var lastSeen = now;
          var quotaBytes = null;
          var suspended = false;
          var note = "";
          var pace = 0;
          var erased = null;
        };
        community.members.add(user, member);
        member
      };
    }
  };

  /// Makes `user` the owner. A suspended one is not suspended any longer.
  public func appoint(community : Community, user : Principal, now : Nat64) {
    admit(community, user, now).suspended := false;
    community.owner := ?user;
  };

  /// Notes that `user` deleted the whole space.
  public func erased(community : Community, user : Principal, now : Nat64) {
    switch (member(community, user)) {
      case (?member) member.erased := ?now;
      case null {};
    };
  };

  /// What a space needs to know about its person.
  public type Terms = { quotaBytes : Nat; erased : ?Nat64; suspended : Bool };

  public func terms(community : Community, user : Principal) : Terms {
    switch (community.members.get(user)) {
      case null {
        { quotaBytes = community.settings.defaultQuotaBytes; erased = null; suspended = false }
      };
      case (?member) {
        { quotaBytes = quota(community, member); erased = member.erased; suspended = member.suspended }
      };
    }
  };

  public func quota(community : Community, member : Member) : Nat {
    switch (member.quotaBytes) {
      case (?bytes) bytes;
      case null community.settings.defaultQuotaBytes;
    }
  };

  // What a caller may do. Null: go ahead.

  /// Reading the own space.
  public func mayRead(community : Community, caller : Principal) : ?Types.Error {
    if (caller.isAnonymous()) return ?#anonymous;
    if (isMember(community, caller) or community.settings.registration == #open) null else ?#not_member
  };

  /// Reading by an update call, which is counted.
  public func mayAsk(community : Community, caller : Principal, now : Nat64) : ?Types.Error {
    switch (mayRead(community, caller)) {
      case null paid(community, caller, now);
      case refused refused;
    }
  };

  /// Changing the own space.
  public func mayWrite(community : Community, caller : Principal, now : Nat64) : ?Types.Error {
    switch (mayRead(community, caller)) {
      case null {};
      case refused return refused;
    };
    if (isSuspended(community, caller)) return ?#suspended;
    if (not isMember(community, caller) and isFull(community)) {
      return ?#space_limit { limit = community.settings.maxUsers.toNat64() };
    };
    paid(community, caller, now)
  };

  /// Counts an update call; `busy` if the caller sends too many.
  public func paid(community : Community, caller : Principal, now : Nat64) : ?{ #busy : { retry_after_ns : Nat64 } } {
    let wait = switch (member(community, caller)) {
      case (?member) {
        let taken = Pace.take(member.pace, now, community.settings.updatesPerMinute);
        member.pace := taken.full;
        member.lastSeen := now;
        taken.wait
      };
      case null {
        let taken = Pace.take(community.newcomersPace, now, Limits.newcomersPerMinute);
        community.newcomersPace := taken.full;
        taken.wait
      };
    };
    switch wait {
      case null null;
      case (?retry_after_ns) ?#busy { retry_after_ns };
    }
  };

  /// True if the caller sends so many updates that even a refusal is too much.
  public func isExhausted(community : Community, caller : Principal, now : Nat64) : Bool {
    switch (member(community, caller)) {
      case (?member) Pace.isExhausted(member.pace, now, community.settings.updatesPerMinute);
      case null Pace.isExhausted(community.newcomersPace, now, Limits.newcomersPerMinute);
    }
  };

  // Becoming one of them.

  public func about(community : Community, caller : Principal) : Types.About {
    {
      interface = Limits.interface;
      protocol = Limits.protocol;
      claimed = community.owner != null;
      claim_open = Claim.isOpen(community.claim);
      registration = community.settings.registration;
      member = isMember(community, caller);
      owner = isOwner(community, caller);
      suspended = isSuspended(community, caller);
    }
  };

  /// Repeating it is harmless: the owner is told `ok` again.
  public func claim(community : Community, caller : Principal, secret : Blob, now : Nat64) : Types.ClaimResult {
    if (caller.isAnonymous()) return #err(#anonymous);
    switch (paid(community, caller, now)) {
      case (?busy) return #err busy;
      case null {};
    };
    if (community.claim.hash == null) {
      if (isOwner(community, caller)) return #ok;
      return if (community.owner == null) #no_secret else #already_claimed;
    };
    if (not Secrets.isSecret(secret)) return #err(#bad_argument "secret");
    switch (Claim.show(community.claim, secret, now)) {
      case (#right) {
        appoint(community, caller, now);
        #ok
      };
      case (#wrong { triesLeft }) #wrong_secret { tries_left = triesLeft.toNat64() };
      case (#paused { ns }) #err(#busy { retry_after_ns = ns });
      case (#closed) #no_secret;
    }
  };

  /// Uses up the invite. A member is one already, with or without it.
  public func join(community : Community, caller : Principal, code : Blob, now : Nat64) : Types.JoinResult {
    if (caller.isAnonymous()) return #err(#anonymous);
    switch (paid(community, caller, now)) {
      case (?busy) return #err busy;
      case null {};
    };
    if (isMember(community, caller)) return #ok;
    if (community.settings.registration == #single_owner) return #err(#not_member);
    if (not Secrets.isSecret(code)) return #err(#bad_argument "invite");
    let ?invite = Invites.find(community.invites, code, now) else return #wrong_invite;
    if (isFull(community)) return #full;
    invite.usedBy := ?caller;
    ignore admit(community, caller, now);
    #ok
  };
}
