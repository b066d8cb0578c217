/// The Sheaf canister: where the devices of one person meet.
///
/// Each caller has a space of their own and sees nothing else. A device reads what
/// changed with `pull`, writes with `push`, and asks `head` whether there is anything
/// to read. The rules are in Replication.mo; who may call is in Community.mo, what its
/// owner may do in Owner.mo. Here is only the door: who calls, and what the system adds
/// (time, cycles, and how large the reply may be).
///
/// All state is in the persistent heap, so an upgrade copies nothing. `store` is what
/// release 1 had, in the same form; what came later stands beside it.
import CertifiedData "mo:core/CertifiedData";
import Cycles "mo:core/Cycles";
import InternetComputer "mo:core/InternetComputer";
import Int "mo:core/Int";
import Map "mo:core/Map";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Option "mo:core/Option";
import Principal "mo:core/Principal";
import Time "mo:core/Time";
import Timer "mo:core/Timer";
import Prim "mo:⛔";
import Annex "Annex";
import Attachments "Attachments";
import Burn "Burn";
import Community "Community";
import Devices "Devices";
import Door "Door";
import HashTree "HashTree";
import Heads "Heads";
import Limits "Limits";
import Owner "Owner";
import Replication "Replication";
import Side "Side";
import Store "Store";
import Types "Types";

/// The argument is `Types.InstallArgs`, written out: tools read it from the metadata of
/// the compiled canister, where names of types are not explained.
persistent actor class Sheaf(
  install : ?{ claim_hash : ?Blob; registration : ?{ #single_owner; #invite_only; #open } }
) {

  func now() : Nat64 = Time.now().toNat().toNat64();

  let store = Store.empty(now());
  let community = Community.start(install, store.spaces.keys(), now());
  let annex = Annex.start(store.spaces.entries(), store.epoch);
  let burn = Burn.empty();
  transient let started = now();

  func noteBalance() = Burn.note(burn, now(), Cycles.balance());

  Community.heed(community, install);
  noteBalance();
  ignore Timer.recurringTimer<system>(#nanoseconds(Limits.sampleNs.toNat()), func() : async () { noteBalance() });

  // A person's space

  /// Is there anything new? The canister's state in about a hundred bytes.
  public shared query ({ caller }) func head() : async Types.HeadResult {
    switch (Community.mayRead(community, caller)) {
      case (?error) #err error;
      case null #ok(headOf(caller));
    }
  };

  /// As `head`, but answered by the whole subnet: asked before a client believes that
  /// the canister lost something, as a single node may lag or lie.
  public shared ({ caller }) func head_replicated() : async Types.HeadResult {
    switch (Community.mayAsk(community, caller, now())) {
      case (?error) #err error;
      case null #ok(headOf(caller));
    }
  };

  /// What changed since the caller's checkpoint, in pages.
  public shared query ({ caller }) func pull(args : Types.PullArgs) : async Types.PullResult {
    switch (Community.mayRead(community, caller)) {
      case (?error) #err error;
      case null Replication.pull(home(caller), context(caller), args);
    }
  };

  /// Rows by id, in the order asked for; those that do not exist are left away.
  public shared query ({ caller }) func get(ids : [Text]) : async Types.GetResult {
    switch (Community.mayRead(community, caller)) {
      case (?error) #err error;
      case null Replication.get(home(caller), context(caller), ids);
    }
  };

  /// Id, revision and sequence of every row, in pages.
  public shared query ({ caller }) func manifest(args : Types.ManifestArgs) : async Types.ManifestResult {
    switch (Community.mayRead(community, caller)) {
      case (?error) #err error;
      case null Replication.manifest(home(caller), context(caller), args);
    }
  };

  /// Offers rows; the answer says for each what became of it. Repeating a call is
  /// harmless. A client's mistake gives an answer, never a trap.
  public shared ({ caller }) func push(args : Types.PushArgs) : async Types.PushResult {
    switch (Community.mayWrite(community, caller, now())) {
      case (?error) return #err error;
      case null {};
    };
    let result = Store.push(store, annex, caller, terms(caller), context(caller), args);
    certify();
    admitNewcomer(caller);
    result
  };

  /// Stores chunks of attachments, for rows that come after them. Repeating a call is harmless.
  public shared ({ caller }) func put_chunks(chunks : [Types.Chunk]) : async Types.PutChunksResult {
    switch (Community.mayWrite(community, caller, now())) {
      case (?error) return #err error;
      case null {};
    };
    let result = Store.putChunks(store, annex, caller, terms(caller), context(caller), chunks);
    certify();
    admitNewcomer(caller);
    result
  };

  /// Those of `hashes` that the caller's space does not hold, in their order.
  public shared query ({ caller }) func missing_chunks(hashes : [Blob]) : async Types.MissingChunksResult {
    switch (Community.mayRead(community, caller)) {
      case (?error) #err error;
      case null Attachments.missing(home(caller), hashes);
    }
  };

  public shared query ({ caller }) func get_chunks(ranges : [Types.ChunkRange]) : async Types.GetChunksResult {
    switch (Community.mayRead(community, caller)) {
      case (?error) #err error;
      case null Attachments.get(home(caller), context(caller), ranges);
    }
  };

  /// As `head`, with the subnet's proof of epoch, position, token and `gc`. Only a query
  /// has such a proof to give.
  public shared query ({ caller }) func head_certified() : async Types.CertifiedHeadResult {
    switch (Community.mayRead(community, caller)) {
      case (?error) return #err error;
      case null {};
    };
    let ?certificate = CertifiedData.getCertificate() else return #err(#bad_argument "ask as a query");
    let witness = HashTree.encode(Heads.witness(annex.heads, caller, null));
    #ok { certificate; witness; head = headOf(caller) }
  };

  /// For a device that only reads: tells how far it has read, so that deletions wait for it.
  public shared ({ caller }) func checkin(args : Types.CheckinArgs) : async Types.HeadResult {
    switch (Community.mayAsk(community, caller, now())) {
      case (?error) #err error;
      case null Store.checkin(store, annex, caller, terms(caller), context(caller), args);
    }
  };

  public shared query ({ caller }) func devices() : async Types.DevicesResult {
    switch (Community.mayRead(community, caller)) {
      case (?error) #err error;
      case null #ok(Devices.list(home(caller).side));
    }
  };

  /// A retired device is not waited for any longer; it is in use again when it speaks.
  public shared ({ caller }) func retire_device(device_id : Blob) : async Types.DevicesResult {
    switch (Community.mayAsk(community, caller, now())) {
      case (?error) return #err error;
      case null {};
    };
    let { side } = home(caller);
    if (Devices.retire(side, device_id)) #ok(Devices.list(side)) else #err(#bad_argument "device_id")
  };

  /// Deletes everything that the caller has here, at once. `confirm` is the caller, so
  /// that no call made for another purpose can do this.
  public shared ({ caller }) func delete_space(confirm : Principal) : async Types.DeleteResult {
    switch (Community.mayAsk(community, caller, now())) {
      case (?error) return #err error;
      case null {};
    };
    if (confirm != caller) return #err(#bad_argument "confirm");
    if (store.spaces.containsKey(caller)) {
      drop<system>(caller);
      Community.erased(community, caller, now());
    };
    #ok
  };

  // Becoming a member

  /// What a program needs to know before it asks a person to sign in. The only method
  /// that answers anybody.
  public shared query ({ caller }) func about() : async Types.About {
    Community.about(community, caller)
  };

  /// Makes the caller the owner, once, for the secret given at installation.
  public shared ({ caller }) func claim(secret : Blob) : async Types.ClaimResult {
    Community.claim(community, caller, secret, now())
  };

  /// Makes the caller a member, for the code of an invite.
  public shared ({ caller }) func join(invite : Blob) : async Types.JoinResult {
    Community.join(community, caller, invite, now())
  };

  // The owner's, and the canister's controllers'

  public shared query ({ caller }) func status() : async Types.StatusResult {
    switch (may(caller)) {
      case (?error) #err error;
      case null #ok(statusNow());
    }
  };

  public shared query ({ caller }) func settings() : async Types.SettingsResult {
    switch (may(caller)) {
      case (?error) #err error;
      case null #ok(Owner.current(community));
    }
  };

  public shared ({ caller }) func set_settings(wanted : Types.Settings) : async Types.SettingsResult {
    switch (mayChange(caller)) {
      case (?error) #err error;
      case null Owner.setSettings(community, wanted);
    }
  };

  public shared query ({ caller }) func users(args : Types.UsersArgs) : async Types.UsersResult {
    switch (may(caller)) {
      case (?error) #err error;
      case null Owner.users(community, args, usage);
    }
  };

  public shared ({ caller }) func set_user(args : Types.SetUserArgs) : async Types.UserResult {
    switch (mayChange(caller)) {
      case (?error) #err error;
      case null Owner.setUser(community, args, usage);
    }
  };

  /// Removes a suspended user with everything that the user has here.
  public shared ({ caller }) func remove_user(user : Principal) : async Types.AdminResult {
    switch (mayChange(caller)) {
      case (?error) return #err error;
      case null {};
    };
    switch (Owner.mayRemove(community, user)) {
      case (?error) return #err error;
      case null {};
    };
    drop<system>(user);
    Owner.remove(community, user);
    #ok
  };

  public shared ({ caller }) func create_invite(args : Types.CreateInviteArgs) : async Types.InviteResult {
    switch (mayChange(caller)) {
      case (?error) #err error;
      case null Owner.createInvite(community, args, now());
    }
  };

  public shared query ({ caller }) func invites() : async Types.InvitesResult {
    switch (may(caller)) {
      case (?error) #err error;
      case null #ok(Owner.invites(community));
    }
  };

  public shared ({ caller }) func revoke_invite(id : Nat64) : async Types.AdminResult {
    switch (mayChange(caller)) {
      case (?error) #err error;
      case null Owner.revokeInvite(community, id);
    }
  };

  public shared ({ caller }) func set_owner(user : Principal) : async Types.AdminResult {
    switch (mayChange(caller)) {
      case (?error) #err error;
      case null Owner.setOwner(community, user, now());
    }
  };

  /// For controllers only: a canister whose owner lost their key gets a new claim.
  public shared ({ caller }) func set_claim_hash(hash : Blob) : async Types.AdminResult {
    if (caller.isAnonymous()) return #err(#anonymous);
    if (not caller.isController()) return #err(#not_owner);
    Owner.setClaimHash(community, hash)
  };

  /// Refuses, before consensus and at no cost, what no method would accept.
  system func inspect({
    caller : Principal;
    arg : Blob;
    msg : {
      #about : Any;
      #checkin : Any;
      #claim : Any;
      #create_invite : Any;
      #delete_space : Any;
      #devices : Any;
      #get : Any;
      #get_chunks : Any;
      #head : Any;
      #head_certified : Any;
      #head_replicated : Any;
      #invites : Any;
      #join : Any;
      #manifest : Any;
      #missing_chunks : Any;
      #pull : Any;
      #push : Any;
      #put_chunks : Any;
      #remove_user : Any;
      #retire_device : Any;
      #revoke_invite : Any;
      #set_claim_hash : Any;
      #set_owner : Any;
      #set_settings : Any;
      #set_user : Any;
      #settings : Any;
      #status : Any;
      #users : Any;
    };
  }) : Bool {
    let small = Limits.smallArgBytes;
    let purpose = switch msg {
      case (#push _ or #put_chunks _) #write(Limits.pushBytes);
      case (#head_replicated _ or #checkin _ or #retire_device _) #ask small;
      case (#delete_space _) #leave small;
      case (#claim _) #claim small;
      case (#join _) #join small;
      case (#get _) #look(Limits.getArgBytes);
      case (#missing_chunks _ or #get_chunks _) #look(Limits.hashesArgBytes);
      case (#about _ or #head _ or #head_certified _ or #devices _ or #pull _ or #manifest _ or #status _ or #settings _ or #users _ or #invites _) #look small;
      case (#set_settings _ or #set_user _ or #remove_user _ or #create_invite _ or #revoke_invite _ or #set_owner _) #owner small;
      case (#set_claim_hash _) #controller small;
    };
    let visitor = { caller; isController = caller.isController(); argBytes = arg.size(); now = now() };
    Door.admits(community, visitor, purpose)
  };

  func terms(caller : Principal) : Community.Terms = Community.terms(community, caller);

  func home(caller : Principal) : Side.Home = Store.home(store, annex, caller, terms(caller));

  func certify() = CertifiedData.set(Heads.root(annex.heads, null));

  /// A step of clean-up, and the next soon after if it was not the last.
  func cleanUp() : async () {
    let more = Store.cleanUp(store, annex, now());
    certify();
    if (more) ignore Timer.setTimer<system>(#seconds 1, cleanUp);
  };

  /// The space goes at once, its chunks step by step.
  func drop<system>(user : Principal) {
    Store.drop(store, annex, user);
    certify();
    ignore Timer.setTimer<system>(#seconds 0, cleanUp);
  };

  func headOf(caller : Principal) : Types.Head = Replication.head(home(caller), context(caller));

  func context(caller : Principal) : Replication.Context {
    let replyBytes = if (InternetComputer.isReplicated()) Limits.updateReplyBytes else Limits.queryReplyBytes;
    let cycles = Burn.mark(burn, spendable(), community.settings.lowCycles);
    Store.context(store, terms(caller), { time = now(); replyBytes; cycles })
  };

  /// Where registration is open, whoever came to a space has become a member by that.
  func admitNewcomer(caller : Principal) {
    if (store.spaces.containsKey(caller)) ignore Community.admit(community, caller, now());
  };

  func usage(user : Principal) : Owner.Usage {
    let { space; side } = home(user);
    { rows = space.rows.size(); bytes = space.bytes; chunkBytes = side.shelf.bytes }
  };

  func may(caller : Principal) : ?Types.AdminError = Owner.may(community, caller, caller.isController());

  func mayChange(caller : Principal) : ?Types.AdminError {
    switch (may(caller)) {
      case null if (caller.isController()) null else Community.paid(community, caller, now());
      case refused refused;
    }
  };

  func memoryBytes() : Nat = Prim.rts_memory_size() + Prim.rts_stable_memory_size() * 65_536;

  func spendable() : Nat = Burn.spendable(Cycles.balance(), memoryBytes());

  func statusNow() : Types.Status {
    {
      cycles = Cycles.balance();
      cycles_per_day = burn.perDay;
      days_left = Burn.daysLeft(burn, spendable()).map(Nat.toNat64);
      memory_bytes = memoryBytes().toNat64();
      chunk_memory_bytes = Annex.memoryBytes(annex).toNat64();
      users = community.members.size().toNat64();
      spaces_bytes = store.bytes.toNat64();
      interface = Limits.interface;
      installed = store.epoch;
      upgraded = started;
      version = Limits.version;
    }
  };

  certify();
  ignore Timer.recurringTimer<system>(#hours(Limits.cleanUpHours), cleanUp);
}
