// One broken field at a time.
import Array "mo:core/Array";
import Check "../src/Check";
import Limits "../src/Limits";
import Testing "Testing";
import Types "../src/Types";

let { times } = Testing;

let good = Testing.note("a", 1, 2, "text");

func rejects(row : Types.PushRow, code : Text) {
  Testing.same(debug_show Check.row(row), debug_show(?code));
};

func takes(row : Types.PushRow) {
  Testing.same(debug_show Check.row(row), "null");
};

Testing.test("ids: 1 to 256 bytes of UTF-8 without control characters", func() {
  takes({ good with id = times(256, "x") });
  takes({ good with id = times(128, "ü") });
  takes({ good with id = "a b/c:ü€😀" });
  rejects({ good with id = "" }, "bad_id");
  rejects({ good with id = times(257, "x") }, "bad_id");
  rejects({ good with id = times(129, "ü") }, "bad_id");
  for (control in ["\u{0}", "\n", "\u{1f}", "\u{7f}", "\u{85}"].values()) {
    rejects({ good with id = "a" # control # "b" }, "bad_id");
  };
});

Testing.test("kinds: 1 to 32 bytes", func() {
  takes({ good with kind = times(32, "k") });
  rejects({ good with kind = "" }, "bad_kind");
  rejects({ good with kind = times(33, "k") }, "bad_kind");
  rejects({ good with kind = "note\u{0}" }, "bad_kind");
});

Testing.test("revisions have sixteen bytes", func() {
  takes({ good with base = null });
  for (size in [0, 15, 17].values()) {
    rejects({ good with revision = Testing.bytes(size) }, "bad_revision");
    rejects({ good with base = ?Testing.bytes(size) }, "bad_base");
  };
});

Testing.test("a body is at most a mebibyte and its wrapping", func() {
  takes({ good with body = Testing.bytes(Limits.bodyBytes) });
  rejects({ good with body = Testing.bytes(Limits.bodyBytes + 1) }, "too_large");
});

Testing.test("at most 1,024 chunks, named by 32 bytes", func() {
  takes({ good with blobs = Array.repeat(Testing.bytes(32), 1_024) });
  rejects({ good with blobs = Array.repeat(Testing.bytes(32), 1_025) }, "too_many_blobs");
  rejects({ good with blobs = [Testing.bytes(32), Testing.bytes(31)] }, "bad_blob");
});

Testing.test("a tombstone holds nothing", func() {
  takes(Testing.deletion("a", 1, 2));
  rejects({ Testing.deletion("a", 1, 2) with body = "text" : Blob }, "deleted_with_body");
  rejects({ Testing.deletion("a", 1, 2) with blobs = [Testing.bytes(32)] }, "deleted_with_body");
});

Testing.test("push: counts, sizes, device and proof are bounded", func() {
  let args = Testing.pushArgs([good]);
  func refuses(args : Types.PushArgs, error : Types.Error) {
    Testing.same(debug_show Check.push(args), debug_show(?error));
  };
  Testing.same(debug_show Check.push(args), "null");
  Testing.same(debug_show Check.push({ args with rows = Array.repeat(good, 5_000) }), "null");
  refuses({ args with rows = Array.repeat(good, 5_001) }, #too_many_rows { limit = 5_000 });
  refuses({ args with rows = Array.repeat({ good with body = Testing.bytes(1_000_000) }, 2) }, #too_large { limit = 1_900_000 });
  refuses({ args with rows = [{ good with blobs = [Testing.bytes(1_900_000)] }] }, #too_large { limit = 1_900_000 });
  Testing.same(debug_show Check.push({ args with device = times(64, "😀") }), "null");
  refuses({ args with device = times(65, "x") }, #bad_argument "device");
  refuses({ args with device = "a\u{7}" }, #bad_argument "device");
  refuses({ args with device_id = "short" }, #bad_argument "device_id");
  let proof = { position = 1 : Nat64; token = "" : Blob };
  refuses({ args with checkpoint = { args.checkpoint with proof } }, #bad_argument "proof");
  let long = { position = 0 : Nat64; token = "123456789" : Blob };
  refuses({ args with checkpoint = { args.checkpoint with proof = long } }, #bad_argument "proof");
});

Testing.test("pull and manifest: a page has a size", func() {
  let args = { checkpoint = Testing.fresh; max_rows = 1 : Nat64; max_bytes = 1 : Nat64 };
  Testing.same(debug_show Check.pull(args), "null");
  Testing.same(debug_show Check.pull({ args with max_rows = 0 }), debug_show(?#bad_argument "max_rows"));
  Testing.same(debug_show Check.pull({ args with max_bytes = 0 }), debug_show(?#bad_argument "max_bytes"));
  Testing.same(debug_show Check.manifest({ after_sequence = 0; max_rows = 0 }), debug_show(?#bad_argument "max_rows"));
});

Testing.test("get: at most a thousand ids", func() {
  Testing.same(debug_show Check.get(Array.repeat("a", 1_000)), "null");
  Testing.same(debug_show Check.get(Array.repeat("a", 1_001)), debug_show(?#too_many_rows { limit = 1_000 }));
});
