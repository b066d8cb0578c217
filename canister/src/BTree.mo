/// Shorter ways into the B-trees of `mo:core/Map`, for the maps that a push works on.
///
/// The module's own functions search with a comparison that they are given, at several
/// hundred instructions a step, and know neither an end nor a place found before. The
/// shape of the tree is part of this canister's memory, so it cannot change under us.
import Map "mo:core/Map";
import Nat64 "mo:core/Nat64";
import Text "mo:core/Text";
import Runtime "mo:core/Runtime";
import Types "mo:core/Types";
import Prim "mo:⛔"; // the comparison itself, as a number

module {

  type Node<K, V> = Types.Map.Node<K, V>;
  type Data<K, V> = Types.Map.Data<K, V>;

  /// As `map.get(key)`.
  public func get<V>(map : Map.Map<Text, V>, key : Text) : ?V {
    let ?(data, index) = find(map, key) else return null;
    let ?(_, value) = data.kvs[index] else broken();
    ?value
  };

  /// Puts `value` in the place of the one under `key`, which must be there.
  public func replace<V>(map : Map.Map<Text, V>, key : Text, value : V) {
    let ?(data, index) = find(map, key) else broken();
    data.kvs[index] := ?(key, value);
  };

  /// Adds an entry behind all others: `key` must be greater than theirs.
  public func append<V>(map : Map.Map<Nat64, V>, key : Nat64, value : V) {
    var node = map.root;
    loop switch node {
      case (#internal { data; children }) {
        let ?last = children[data.count] else broken();
        node := last;
      };
      case (#leaf { data }) {
        if (data.count == data.kvs.size()) {
          map.add(key, value);
          return;
        };
        data.kvs[data.count] := ?(key, value);
        data.count += 1;
        map.size += 1;
        return;
      };
    };
  };

  func find<V>(map : Map.Map<Text, V>, key : Text) : ?(Data<Text, V>, Nat) {
    var node = map.root;
    loop {
      let data = switch node {
        case (#leaf { data }) data;
        case (#internal { data }) data;
      };
      var low = 0;
      var high = data.count;
      while (low < high) {
        let middle = (low + high) / 2;
        let ?(other, _) = data.kvs[middle] else broken();
        let order = Prim.textCompare(key, other);
        if (order == 0) return ?(data, middle);
        if (order < 0) high := middle else low := middle + 1;
      };
      switch node {
        case (#leaf _) return null;
        case (#internal { children }) {
          let ?child = children[low] else broken();
          node := child;
        };
      };
    };
  };

  func broken() : None = Runtime.trap("a B-tree is not what it was");
}
