/// The Internet Computer's hash trees: what a canister certifies, and proves parts of.
/// Specification: "Certification" of the interface specification; CBOR as it says there.
import Array "mo:core/Array";
import Blob "mo:core/Blob";
import List "mo:core/List";
import Nat "mo:core/Nat";
import Nat8 "mo:core/Nat8";
import Sha256 "Sha256";

module {

  public type HashTree = {
    #empty;
    #fork : (HashTree, HashTree);
    #labeled : (Blob, HashTree);
    #leaf : Blob;
    #pruned : Blob; // the hash of what is left out
  };

  // The root hashes of the five forms.

  public func emptyHash() : Blob = Sha256.digest(["\11ic-hashtree-empty"]);
  public func forkHash(left : Blob, right : Blob) : Blob = Sha256.digest(["\10ic-hashtree-fork", left, right]);
  public func labeledHash(name : Blob, subtree : Blob) : Blob = Sha256.digest(["\13ic-hashtree-labeled", name, subtree]);
  public func leafHash(value : Blob) : Blob = Sha256.digest(["\10ic-hashtree-leaf", value]);

  public func hash(tree : HashTree) : Blob {
    switch tree {
      case (#empty) emptyHash();
      case (#fork(left, right)) forkHash(hash(left), hash(right));
      case (#labeled(name, subtree)) labeledHash(name, hash(subtree));
      case (#leaf value) leafHash(value);
      case (#pruned known) known;
    }
  };

  /// The tree in CBOR, with the tag by which CBOR is recognised.
  public func encode(tree : HashTree) : Blob {
    let out = List.empty<Nat8>();
    for (byte in ("\d9\d9\f7" : Blob).values()) out.add(byte);
    write(out, tree);
    Blob.fromArray(out.toArray())
  };

  func write(out : List.List<Nat8>, tree : HashTree) {
    switch tree {
      case (#empty) start(out, 1, 0);
      case (#fork(left, right)) {
        start(out, 3, 1);
        write(out, left);
        write(out, right);
      };
      case (#labeled(name, subtree)) {
        start(out, 3, 2);
        bytes(out, name);
        write(out, subtree);
      };
      case (#leaf value) {
        start(out, 2, 3);
        bytes(out, value);
      };
      case (#pruned known) {
        start(out, 2, 4);
        bytes(out, known);
      };
    };
  };

  /// An array of `count` items, the first of which is the number `form`.
  func start(out : List.List<Nat8>, count : Nat8, form : Nat8) {
    out.add(0x80 + count);
    out.add(form);
  };

  /// At most 65,535 bytes: labels and values of a tree are short.
  func bytes(out : List.List<Nat8>, value : Blob) {
    let size = value.size();
    let head : [Nat] = if (size < 24) [0x40 + size] else if (size < 256) [0x58, size] else [0x59, size / 256, size % 256];
    for (byte in head.values()) out.add(byte.toNat8());
    for (byte in value.values()) out.add(byte);
  };
}
