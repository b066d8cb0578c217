// A space under many random changes, beside the plainest possible model of it.
import Array "mo:core/Array";
import Int "mo:core/Int";
import Map "mo:core/Map";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Text "mo:core/Text";
import Limits "../src/Limits";
import Rows "../src/Rows";
import Space "../src/Space";
import Testing "Testing";

let by = { device = "phone"; time = 42 : Nat64 };
func free(_ : Rows.Row) : Nat = 0;

func put(space : Space.Space, id : Text, n : Nat, body : Text) : Rows.Row {
  Space.put(space, Space.get(space, id), Testing.note(id, n, n + 1, body), by)
};

func ids(page : Space.Page) : Text {
  debug_show page.rows.map(func({ id; sequence }) = (id, sequence))
};

Testing.test("a change moves its row to the end of the order", func() {
  let space = Space.empty(Testing.epoch);
  for ((id, n) in [("a", 0), ("b", 0), ("c", 0), ("a", 1)].values()) ignore put(space, id, n, "text");
  Testing.same(ids(Space.page(space, 0, 10, 10, free)), debug_show [("b", 2), ("c", 3), ("a", 4)]);
  Testing.same(ids(Space.page(space, 2, 10, 10, free)), debug_show [("c", 3), ("a", 4)]);
});

Testing.test("a page ends at its rows or its bytes, but is never empty", func() {
  let space = Space.empty(Testing.epoch);
  for (id in ["a", "b", "c"].values()) ignore put(space, id, 0, "text");
  func page(after : Nat64, rows : Nat, bytes : Nat) : Text {
    let page = Space.page(space, after, rows, bytes, func _ = 100);
    debug_show (page.rows.size(), page.next, page.more)
  };
  Testing.same(page(0, 2, 1_000), debug_show (2, 2 : Nat64, true));
  Testing.same(page(0, 3, 1_000), debug_show (3, 3 : Nat64, false));
  Testing.same(page(0, 9, 200), debug_show (2, 2 : Nat64, true));
  Testing.same(page(0, 9, 199), debug_show (1, 1 : Nat64, true));
  Testing.same(page(0, 9, 1), debug_show (1, 1 : Nat64, true));
  Testing.same(page(3, 9, 1), debug_show (0, 3 : Nat64, false));
  Testing.same(page(18_446_744_073_709_551_615, 9, 9), debug_show (0, 18_446_744_073_709_551_615 : Nat64, false));
});

Testing.test("the last page ends at the head", func() {
  let space = Space.empty(Testing.epoch);
  ignore put(space, "a", 0, "one");
  ignore put(space, "b", 0, "one");
  ignore put(space, "b", 1, "two");
  let page = Space.page(space, 0, 1, 10, free);
  Testing.same(debug_show (page.next, page.more), debug_show (1 : Nat64, true));
  let last = Space.page(space, page.next, 1, 10, free);
  Testing.same(debug_show (last.next, last.more), debug_show (3 : Nat64, false));
});

Testing.test("three thousand random changes leave map, order, pages and bytes in step", func() {
  var seed : Nat = 20_261_123;
  func random(below : Nat) : Nat {
    seed := (seed * 1_103_515_245 + 12_345) % 2_147_483_648; // the C standard's example
    seed / 65_536 % below
  };
  let space = Space.empty(Testing.epoch);
  let model = Map.empty<Text, (Nat64, Nat)>(); // id -> sequence, body size
  for (n in Nat.range(0, 3_000)) {
    let id = "row" # random(700).toText();
    let size = random(50);
    let row = Space.put(
      space,
      Space.get(space, id),
      { Testing.note(id, n, n + 1, "") with body = Testing.bytes(size) },
      by,
    );
    model.add(id, (row.sequence, size));
  };

  var bytes = 0;
  for ((id, (_, size)) in model.entries()) bytes += size + id.size() + Limits.rowOverhead;
  Testing.same(debug_show space.bytes, debug_show bytes);
  Testing.same(debug_show (space.rows.size(), space.order.size()), debug_show (model.size(), model.size()));

  for (step in [1, 7, 10_000].values()) {
    var after : Nat64 = 0;
    var more = true;
    var seen = 0;
    while (more) {
      let page = Space.page(space, after, step, 1_000_000, free);
      for (row in page.rows.values()) {
        assert row.sequence > after;
        after := row.sequence;
        seen += 1;
        let ?(sequence, size) = model.get(row.id) else return assert false;
        Testing.same(debug_show (row.sequence, row.body.size()), debug_show (sequence, size));
      };
      after := page.next;
      more := page.more;
    };
    Testing.same(debug_show (seen, after), debug_show (model.size(), 3_000 : Nat64));
  };
});

Testing.test("a row remembers sixteen revisions, newest first", func() {
  let space = Space.empty(Testing.epoch);
  for (n in Nat.range(0, 20)) ignore put(space, "a", n, "version " # n.toText());
  let ?row = Space.get(space, "a") else return assert false;
  Testing.same(debug_show row.revision, debug_show Testing.revision(20));
  Testing.same(
    debug_show Rows.recent(row),
    debug_show Array.tabulate<Blob>(16, func i = Testing.revision(19 - i : Nat)),
  );
  assert Rows.hadRevision(row, Testing.revision(4));
  assert not Rows.hadRevision(row, Testing.revision(3));
});

Testing.test("growth counts body, id and attachments; shrinking is negative", func() {
  let space = Space.empty(Testing.epoch);
  let row = put(space, "a", 0, "12345");
  Testing.same(debug_show Space.growth(?row, Testing.note("a", 1, 2, "123")), debug_show(-2 : Int));
  Testing.same(debug_show Space.growth(?row, Testing.deletion("a", 1, 2)), debug_show(-5 : Int));
  let withBlob = { Testing.note("b", 0, 1, "12") with blobs = [Testing.bytes(32)] };
  Testing.same(debug_show Space.growth(null, withBlob), debug_show((Limits.rowOverhead + 35) : Int));
});
