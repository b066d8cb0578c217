/// The Sheaf canister: where the devices of one person meet.
///
/// Each caller has a space of their own and sees nothing else. A device reads what
/// changed with `pull`, writes with `push`, and asks `head` whether there is anything
/// to read. The rules are in Replication.mo; here is only the door: who calls, and
/// what the system adds (time, and how large the reply may be).
///
/// All state is one value in the persistent heap, so an upgrade copies nothing.
import InternetComputer "mo:core/InternetComputer";
import Int "mo:core/Int";
import Nat "mo:core/Nat";
import Principal "mo:core/Principal";
import Time "mo:core/Time";
import Annex "Annex";
import Attachments "Attachments";
import Limits "Limits";
import Replication "Replication";
import Side "Side";
import Store "Store";
import Types "Types";

persistent actor Sheaf {

  let store = Store.empty(Time.now().toNat().toNat64());
  let annex = Annex.empty();

  /// Is there anything new? The canister's state in about a hundred bytes.
  public shared query ({ caller }) func head() : async Types.HeadResult {
    headOf(caller)
  };

  /// As `head`, but answered by the whole subnet: asked before a client believes that
  /// the canister lost something, as a single node may lag or lie.
  public shared ({ caller }) func head_replicated() : async Types.HeadResult {
    headOf(caller)
  };

  /// What changed since the caller's checkpoint, in pages.
  public shared query ({ caller }) func pull(args : Types.PullArgs) : async Types.PullResult {
    if (caller.isAnonymous()) return #err(#anonymous);
    Replication.pull(home(caller), context(), args)
  };

  /// Rows by id, in the order asked for; those that do not exist are left away.
  public shared query ({ caller }) func get(ids : [Text]) : async Types.GetResult {
    if (caller.isAnonymous()) return #err(#anonymous);
    Replication.get(home(caller), context(), ids)
  };

  /// Id, revision and sequence of every row, in pages.
  public shared query ({ caller }) func manifest(args : Types.ManifestArgs) : async Types.ManifestResult {
    if (caller.isAnonymous()) return #err(#anonymous);
    Replication.manifest(home(caller), context(), args)
  };

  /// Offers rows; the answer says for each what became of it. Repeating a call is
  /// harmless. A client's mistake gives an answer, never a trap.
  public shared ({ caller }) func push(args : Types.PushArgs) : async Types.PushResult {
    if (caller.isAnonymous()) return #err(#anonymous);
    Store.push(store, annex, caller, context(), args)
  };

  /// Stores chunks of attachments, for rows that come after them. Repeating a call is harmless.
  public shared ({ caller }) func put_chunks(chunks : [Types.Chunk]) : async Types.PutChunksResult {
    if (caller.isAnonymous()) return #err(#anonymous);
    Store.putChunks(store, annex, caller, context(), chunks)
  };

  /// Those of `hashes` that the caller's space does not hold, in their order.
  public shared query ({ caller }) func missing_chunks(hashes : [Blob]) : async Types.MissingChunksResult {
    if (caller.isAnonymous()) return #err(#anonymous);
    Attachments.missing(home(caller), hashes)
  };

  public shared query ({ caller }) func get_chunks(ranges : [Types.ChunkRange]) : async Types.GetChunksResult {
    if (caller.isAnonymous()) return #err(#anonymous);
    Attachments.get(home(caller), context(), ranges)
  };

  /// Refuses, before consensus and at no cost, what no method would accept. One node
  /// decides this and other canisters are not asked, so every method checks again.
  system func inspect({
    caller : Principal;
    arg : Blob;
    msg : {
      #head : Any;
      #head_replicated : Any;
      #pull : Any;
      #get : Any;
      #manifest : Any;
      #push : Any;
      #put_chunks : Any;
      #missing_chunks : Any;
      #get_chunks : Any;
    };
  }) : Bool {
    let limit = switch msg {
      case (#push _ or #put_chunks _) Limits.pushBytes;
      case (#missing_chunks _ or #get_chunks _) Limits.hashesArgBytes;
      case (#get _) Limits.getArgBytes;
      case (#head _ or #head_replicated _ or #pull _ or #manifest _) Limits.smallArgBytes;
    };
    not caller.isAnonymous() and arg.size() <= limit
  };

  func headOf(caller : Principal) : Types.HeadResult {
    if (caller.isAnonymous()) return #err(#anonymous);
    #ok(Replication.head(home(caller), context()))
  };

  func home(caller : Principal) : Side.Home = Annex.home(annex, caller, Store.space(store, caller));

  func context() : Replication.Context {
    let replyBytes = if (InternetComputer.isReplicated()) Limits.updateReplyBytes else Limits.queryReplyBytes;
    Store.context(store, Time.now().toNat().toNat64(), replyBytes)
  };
}
