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
    cycles : ?CyclesMark;
    erased : ?Nat64;
    suspended : ?Bool;
  };

  public type CyclesMark = { #low; #critical };

  public type Resync = { #epoch; #behind_gc; #ahead; #fork };

  public type Error = {
    #anonymous;
    #too_many_rows : { limit : Nat64 };
    #too_large : { limit : Nat64 };
    #bad_argument : Text;
    #space_limit : { limit : Nat64 };
    #busy : { retry_after_ns : Nat64 };
    #not_member;
    #suspended;
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

  public type CertifiedHead = { certificate : Blob; witness : Blob; head : Head };
  public type CertifiedHeadResult = { #ok : CertifiedHead; #err : Error };

  public type CheckinArgs = { device : Text; device_id : Blob; checkpoint : Checkpoint };
  public type Device = {
    device_id : Blob;
    name : Text;
    cursor : Nat64;
    first_seen : Nat64;
    last_seen : Nat64;
    pushes : Nat64;
    retired : Bool;
  };
  public type DevicesResult = { #ok : [Device]; #err : Error };

  // Members and the owner

  public type Registration = { #single_owner; #invite_only; #open };
  public type InstallArgs = { claim_hash : ?Blob; registration : ?Registration };

  public type About = {
    interface : Nat16;
    protocol : Nat16;
    claimed : Bool;
    claim_open : Bool;
    registration : Registration;
    member : Bool;
    owner : Bool;
    suspended : Bool;
  };

  public type ClaimResult = {
    #ok;
    #already_claimed;
    #wrong_secret : { tries_left : Nat64 };
    #no_secret;
    #err : Error;
  };
  public type JoinResult = { #ok; #wrong_invite; #full; #err : Error };
  public type DeleteResult = { #ok; #err : Error };

  public type Settings = {
    registration : Registration;
    default_quota_bytes : Nat64;
    max_users : Nat64;
    updates_per_minute : Nat64;
    low_cycles : Nat;
  };

  public type User = {
    user : Principal;
    joined : Nat64;
    last_seen : Nat64;
    rows : Nat64;
    bytes : Nat64;
    chunk_bytes : Nat64;
    quota_bytes : Nat64;
    suspended : Bool;
    owner : Bool;
    note : Text;
  };

  public type Status = {
    cycles : Nat;
    cycles_per_day : Nat;
    days_left : ?Nat64;
    memory_bytes : Nat64;
    chunk_memory_bytes : Nat64;
    users : Nat64;
    spaces_bytes : Nat64;
    interface : Nat16;
    installed : Nat64;
    upgraded : Nat64;
    version : Text;
  };

  public type Invite = {
    id : Nat64;
    note : Text;
    created : Nat64;
    expires : Nat64;
    used_by : ?Principal;
  };

  public type AdminError = {
    #not_owner;
    #bad_argument : Text;
    #not_found;
    #anonymous;
    #busy : { retry_after_ns : Nat64 };
  };

  public type UsersArgs = { after : ?Principal; max : Nat64 };
  public type SetUserArgs = {
    user : Principal;
    quota_bytes : ?Nat64;
    suspended : ?Bool;
    note : ?Text;
  };
  public type CreateInviteArgs = { hash : Blob; note : Text; expires : Nat64 };

  public type StatusResult = { #ok : Status; #err : AdminError };
  public type SettingsResult = { #ok : Settings; #err : AdminError };
  public type UsersResult = { #ok : { users : [User]; more : Bool }; #err : AdminError };
  public type UserResult = { #ok : User; #err : AdminError };
  public type InviteResult = { #ok : Invite; #err : AdminError };
  public type InvitesResult = { #ok : [Invite]; #err : AdminError };
  public type AdminResult = { #ok; #err : AdminError };
}
