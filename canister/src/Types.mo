/// What crosses the wire: the Motoko side of `sheaf.did`, name for name.
///
/// Records that the canister keeps are in `Rows.mo` and `Space.mo`; these here
/// exist only while a call runs, so that either side can change alone.
module {

  /// 16 bytes, minted by the writer and stored verbatim. The canister only compares them.
  public type Revision = Blob;

  /// 8 bytes of the chain that `Chain.mo` describes.
  public type Token = Blob;

  public type Proof = { position : Nat64; token : Token };

  /// `epoch = 0`, `cursor = 0` and a proof at position 0 say "I know nothing yet".
  public type Checkpoint = { epoch : Nat64; cursor : Nat64; proof : Proof };

  public type PushRow = {
    id : Text;
    base : ?Revision;
    revision : Revision;
    deleted : Bool;
    kind : Text;
    schema : Nat16;
    body : Blob;
    blobs : [Blob];
    client_time : Nat64;
  };

  public type MasterRow = {
    id : Text;
    revision : Revision;
    parent : ?Revision;
    deleted : Bool;
    kind : Text;
    schema : Nat16;
    body : Blob;
    blobs : [Blob];
    client_time : Nat64;
    server_time : Nat64;
    sequence : Nat64;
    recent : [Revision];
    device : Text;
  };

  /// `rows` counts tombstones too: it is the length of the manifest.
  public type Head = {
    protocol : Nat16;
    epoch : Nat64;
    proof : Proof;
    gc : Nat64;
    time : Nat64;
    rows : Nat64;
    bytes : Nat64;
    quota_bytes : Nat64;
  };

  public type Resync = { #epoch; #behind_gc; #ahead; #fork };

  public type Error = {
    #anonymous;
    #too_many_rows : { limit : Nat64 };
    #too_large : { limit : Nat64 };
    #bad_argument : Text;
    #space_limit : { limit : Nat64 };
    #busy : { retry_after_ns : Nat64 };
  };

  public type PullArgs = { checkpoint : Checkpoint; max_rows : Nat64; max_bytes : Nat64 };
  public type PullReply = { rows : [MasterRow]; cursor : Nat64; more : Bool; head : Head };
  public type PullResult = {
    #ok : PullReply;
    #resync : { reason : Resync; head : Head };
    #err : Error;
  };

  public type PushArgs = {
    checkpoint : Checkpoint;
    device : Text;
    device_id : Blob;
    rows : [PushRow];
  };
  public type RowResult = {
    #ok : { revision : Revision; sequence : Nat64 };
    #superseded : { sequence : Nat64 };
    #conflict : { master : MasterRow; body_left_out : Bool };
    #missing;
    #rejected : Text;
    #quota : { limit : Nat64; used : Nat64 };
    #missing_chunks : [Blob];
  };
  public type PushReply = { results : [RowResult]; head : Head };
  public type PushResult = {
    #ok : PushReply;
    #resync : { reason : Resync; head : Head };
    #err : Error;
  };

  public type HeadResult = { #ok : Head; #err : Error };
  public type GetResult = {
    #ok : { rows : [MasterRow]; left_out : [Text]; head : Head };
    #err : Error;
  };

  public type ManifestEntry = { id : Text; revision : Revision; sequence : Nat64; deleted : Bool };
  public type ManifestArgs = { after_sequence : Nat64; max_rows : Nat64 };
  public type ManifestResult = {
    #ok : { entries : [ManifestEntry]; next : Nat64; more : Bool; head : Head };
    #err : Error;
  };

  public type Chunk = { hash : Blob; bytes : Blob };
  public type ChunkResult = {
    #ok;
    #rejected : Text;
    #quota : { limit : Nat64; used : Nat64 };
  };
  public type PutChunksResult = { #ok : { results : [ChunkResult]; head : Head }; #err : Error };
  public type MissingChunksResult = { #ok : [Blob]; #err : Error };
  public type ChunkRange = { hash : Blob; offset : Nat64; length : Nat64 };
  public type ChunkPart = { hash : Blob; offset : Nat64; size : Nat64; bytes : Blob };
  public type GetChunksResult = { #ok : { parts : [?ChunkPart]; left_out : Nat64 }; #err : Error };
}
