/// What the owner may see and set, as functions; main.mo says who is one.
import Iter "mo:core/Iter";
import Map "mo:core/Map";
import List "mo:core/List";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Principal "mo:core/Principal";
import Check "Check";
import Claim "Claim";
import Community "Community";
import Invites "Invites";
import Limits "Limits";
import Secrets "Secrets";
import Types "Types";

module {

  type Community = Community.Community;

  /// What a user's space holds.
  public type Usage = { rows : Nat; bytes : Nat; chunkBytes : Nat };

  /// Null if the caller may use the methods of this module.
  public func may(community : Community, caller : Principal, isController : Bool) : ?Types.AdminError {
    if (caller.isAnonymous()) return ?#anonymous;
    if (isController or Community.isOwner(community, caller)) null else ?#not_owner
  };

  public func current({ settings } : Community) : Types.Settings {
    {
      registration = settings.registration;
      default_quota_bytes = settings.defaultQuotaBytes.toNat64();
      max_users = settings.maxUsers.toNat64();
      updates_per_minute = settings.updatesPerMinute.toNat64();
      low_cycles = settings.lowCycles;
    }
  };

  /// All or none. Fewer users or bytes than there are take nothing from anybody: only
  /// nothing more comes in.
  public func setSettings(community : Community, wanted : Types.Settings) : Types.SettingsResult {
    let quota = wanted.default_quota_bytes.toNat();
    let users = wanted.max_users.toNat();
    let pace = wanted.updates_per_minute.toNat();
    if (quota == 0 or quota > Limits.quotaBytesMost) return #err(#bad_argument "default_quota_bytes");
    if (users == 0 or users > Limits.users) return #err(#bad_argument "max_users");
    if (pace == 0 or pace > Limits.updatesPerMinuteMost) return #err(#bad_argument "updates_per_minute");
    if (wanted.low_cycles > Limits.lowCyclesMost) return #err(#bad_argument "low_cycles");
    let { settings } = community;
    settings.registration := wanted.registration;
    settings.defaultQuotaBytes := quota;
    settings.maxUsers := users;
    settings.updatesPerMinute := pace;
    settings.lowCycles := wanted.low_cycles;
    #ok(current(community))
  };

  /// In the order of their principals, at most Limits.usersPerPage.
  public func users(community : Community, args : Types.UsersArgs, usage : Principal -> Usage) : Types.UsersResult {
    if (args.max == 0) return #err(#bad_argument "max");
    let most = Nat.min(args.max.toNat(), Limits.usersPerPage);
    let entries = switch (args.after) {
      case null community.members.entries();
      case (?after) community.members.entriesFrom(after);
    };
    let users = List.empty<Types.User>();
    for ((user, member) in entries) {
      if (args.after != ?user) {
        if (users.size() == most) return #ok { users = users.toArray(); more = true };
        users.add(toWire(community, user, member, usage(user)));
      };
    };
    #ok { users = users.toArray(); more = false }
  };

  /// Sets what is given. A quota of 0 is the default again; one below what is there
  /// deletes nothing. The owner cannot be suspended: who would undo it?
  public func setUser(community : Community, args : Types.SetUserArgs, usage : Principal -> Usage) : Types.UserResult {
    let ?member = Community.member(community, args.user) else return #err(#not_found);
    switch (refusal(community, args)) {
      case (?field) return #err(#bad_argument field);
      case null {};
    };
    switch (args.quota_bytes) {
      case (?bytes) member.quotaBytes := if (bytes == 0) null else ?bytes.toNat();
      case null {};
    };
    switch (args.suspended) {
      case (?suspended) member.suspended := suspended;
      case null {};
    };
    switch (args.note) {
      case (?note) member.note := note;
      case null {};
    };
    #ok(toWire(community, args.user, member, usage(args.user)))
  };

  func refusal(community : Community, { user; quota_bytes; suspended; note } : Types.SetUserArgs) : ?Text {
    switch quota_bytes {
      case (?bytes) if (bytes.toNat() > Limits.quotaBytesMost) return ?"quota_bytes";
      case null {};
    };
    if (suspended == ?true and Community.isOwner(community, user)) return ?"suspended";
    switch note {
      case (?text) if (not Check.isNote(text)) return ?"note";
      case null {};
    };
    null
  };

  /// Null if `user` may be removed, with the whole space. Suspending comes first: so
  /// one slip of the hand deletes nobody's notes, and the user is not writing.
  public func mayRemove(community : Community, user : Principal) : ?Types.AdminError {
    let ?member = Community.member(community, user) else return ?#not_found;
    if (member.suspended) null else ?#bad_argument "not_suspended"
  };

  public func remove(community : Community, user : Principal) = community.members.remove(user);

  /// Repeating the call with the same hash gives the same invite.
  public func createInvite(community : Community, args : Types.CreateInviteArgs, now : Nat64) : Types.InviteResult {
    if (not Secrets.isHash(args.hash)) return #err(#bad_argument "hash");
    if (not Check.isNote(args.note)) return #err(#bad_argument "note");
    if (args.expires <= now or args.expires - now > Limits.inviteLifeNs) return #err(#bad_argument "expires");
    switch (Invites.add(community.invites, args, now)) {
      case (?invite) #ok(Invites.toWire(invite));
      case null #err(#bad_argument "too_many_invites");
    }
  };

  /// All that are kept: open, expired and used ones, oldest first.
  public func invites({ invites } : Community) : [Types.Invite] {
    Iter.toArray(invites.kept.values().map(Invites.toWire))
  };

  public func revokeInvite({ invites } : Community, id : Nat64) : Types.AdminResult {
    if (Invites.revoke(invites, id)) #ok else #err(#not_found)
  };

  public func setOwner(community : Community, user : Principal, now : Nat64) : Types.AdminResult {
    if (user.isAnonymous()) return #err(#bad_argument "principal");
    Community.appoint(community, user, now);
    #ok
  };

  /// For controllers. Until the new secret is shown, the owner stays.
  public func setClaimHash(community : Community, hash : Blob) : Types.AdminResult {
    if (not Secrets.isHash(hash)) return #err(#bad_argument "hash");
    Claim.set(community.claim, hash);
    #ok
  };

  func toWire(community : Community, user : Principal, member : Community.Member, usage : Usage) : Types.User {
    {
      user;
      joined = member.joined;
      last_seen = member.lastSeen;
      rows = usage.rows.toNat64();
      bytes = usage.bytes.toNat64();
      chunk_bytes = usage.chunkBytes.toNat64();
      quota_bytes = Community.quota(community, member).toNat64();
      suspended = member.suspended;
      owner = Community.isOwner(community, user);
      note = member.note;
    }
  };
}
