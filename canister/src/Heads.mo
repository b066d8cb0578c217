/// The heads of all spaces in a hash tree, so that one node's answer to `head_certified`
/// proves what the whole subnet agreed on:
///
///     "heads" -> SHA-256 of the principal -> epoch, position, token, gc
///
/// in 32 bytes, numbers big-endian in eight. Labels are hashes, since the proof that a
/// principal has no head shows its neighbours' labels, and nobody learns here who else
/// uses the canister.
///
/// A binary trie over the labels' bits, with the hash of every part kept: a change
/// computes as many hashes as the trie is deep, which with hashed labels is little
/// more than the logarithm of their number. Parts never change; a change makes new
/// ones along its path.
import Blob "mo:core/Blob";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Nat8 "mo:core/Nat8";
import Array "mo:core/Array";
import Principal "mo:core/Principal";
import HashTree "HashTree";
import Sha256 "Sha256";

module {

  public type Heads = { var trie : Trie };

  type Trie = { #empty; #leaf : Leaf; #fork : Fork };
  type Leaf = { name : Blob; value : Blob; hash : Blob };
  /// `bit`: the first in which two labels below differ; those with 0 are on the left.
  /// `name`: one of the labels below.
  type Fork = { bit : Nat; name : Blob; left : Trie; right : Trie; hash : Blob };

  public type Head = { epoch : Nat64; position : Nat64; token : Blob; gc : Nat64 };

  public func empty() : Heads = { var trie = #empty };

  public func put(heads : Heads, user : Principal, head : Head) {
    heads.trie := insert(heads.trie, leaf(labelOf(user), valueOf(head)));
  };

  public func remove(heads : Heads, user : Principal) {
    heads.trie := without(heads.trie, labelOf(user));
  };

  /// What the canister certifies. `pages` is the hash of the labelled subtree
  /// "http_expr", if the canister has certified pages.
  public func root(heads : Heads, pages : ?Blob) : Blob {
    withPages(HashTree.labeledHash("heads", hashOf(heads.trie)), pages)
  };

  /// The tree of `root`, pruned to what proves the head of `user`, or that there is none.
  public func witness(heads : Heads, user : Principal, pages : ?Blob) : HashTree.HashTree {
    let own = labelOf(user);
    let shown = if (has(heads.trie, own)) [own] else neighbours(heads.trie, own);
    let tree = #labeled("heads" : Blob, reveal(heads.trie, shown, own));
    switch pages {
      case null tree;
      case (?hash) #fork(tree, #pruned hash);
    }
  };

  func withPages(heads : Blob, pages : ?Blob) : Blob {
    switch pages {
      case null heads;
      case (?hash) HashTree.forkHash(heads, hash);
    }
  };

  public func labelOf(user : Principal) : Blob = Sha256.digest([user.toBlob()]);

  public func valueOf({ epoch; position; token; gc } : Head) : Blob {
    func number(n : Nat64, i : Nat) : Nat8 = Nat64.toNat8((n >> (56 - 8 * i.toNat64())) & 0xff);
    Blob.fromArray(
      Array.tabulate<Nat8>(
        32,
        func i = switch (i / 8) {
          case 0 number(epoch, i);
          case 1 number(position, i - 8);
          case 2 token[i - 16];
          case _ number(gc, i - 24);
        },
      )
    )
  };

  // The trie

  func leaf(name : Blob, value : Blob) : Leaf {
    { name; value; hash = HashTree.labeledHash(name, HashTree.leafHash(value)) }
  };

  func fork(bit : Nat, left : Trie, right : Trie) : Trie {
    #fork { bit; name = nameIn(left); left; right; hash = HashTree.forkHash(hashOf(left), hashOf(right)) }
  };

  func insert(trie : Trie, new : Leaf) : Trie {
    switch trie {
      case (#empty) #leaf new;
      case (#leaf { name }) if (name == new.name) #leaf new else beside(trie, name, new);
      case (#fork { bit; name; left; right }) {
        if (differsBefore(name, new.name, bit)) return beside(trie, name, new);
        if (hasBit(new.name, bit)) fork(bit, left, insert(right, new)) else fork(bit, insert(left, new), right)
      };
    }
  };

  func beside(trie : Trie, name : Blob, new : Leaf) : Trie {
    let bit = firstDifference(name, new.name);
    if (hasBit(new.name, bit)) fork(bit, trie, #leaf new) else fork(bit, #leaf new, trie)
  };

  func without(trie : Trie, gone : Blob) : Trie {
    switch trie {
      case (#empty) #empty;
      case (#leaf { name }) if (name == gone) #empty else trie;
      case (#fork { bit; left; right }) {
        if (hasBit(gone, bit)) switch (without(right, gone)) {
          case (#empty) left;
          case rest fork(bit, left, rest);
        } else switch (without(left, gone)) {
          case (#empty) right;
          case rest fork(bit, rest, right);
        }
      };
    }
  };

  func has(trie : Trie, wanted : Blob) : Bool {
    switch trie {
      case (#empty) false;
      case (#leaf { name }) name == wanted;
      case (#fork { bit; left; right }) has(if (hasBit(wanted, bit)) right else left, wanted);
    }
  };

  /// The labels before and after `absent`, which is not in the trie.
  func neighbours(trie : Trie, absent : Blob) : [Blob] {
    var before : ?Blob = null;
    var after : ?Blob = null;
    var at = trie;
    loop {
      switch at {
        case (#empty) return [];
        case (#leaf { name }) {
          if (name < absent) before := ?name else after := ?name;
          return sides(before, after);
        };
        case (#fork { bit; name; left; right }) {
          if (differsBefore(name, absent, bit)) {
            if (name < absent) before := ?lastIn(at) else after := ?firstIn(at);
            return sides(before, after);
          };
          if (hasBit(absent, bit)) {
            before := ?lastIn(left);
            at := right;
          } else {
            after := ?firstIn(right);
            at := left;
          };
        };
      };
    };
  };

  func sides(before : ?Blob, after : ?Blob) : [Blob] {
    switch (before, after) {
      case (?a, ?b) [a, b];
      case (?a, null) [a];
      case (null, ?b) [b];
      case (null, null) [];
    }
  };

  /// The part of the tree down to the labels `shown`; only the value of `own` is in it.
  func reveal(trie : Trie, shown : [Blob], own : Blob) : HashTree.HashTree {
    switch trie {
      case (#empty) #empty;
      case (#leaf { name; value; hash }) {
        if (name == own) #labeled(name, #leaf value)
        else if (shown.any(func one = one == name)) #labeled(name, #pruned(HashTree.leafHash(value)))
        else #pruned hash
      };
      case (#fork { left; right; hash; bit; name }) {
        let inside = shown.filter(func one = not differsBefore(name, one, bit));
        if (inside.size() == 0) return #pruned hash;
        #fork(
          reveal(left, inside.filter(func one = not hasBit(one, bit)), own),
          reveal(right, inside.filter(func one = hasBit(one, bit)), own),
        )
      };
    }
  };

  func hashOf(trie : Trie) : Blob {
    switch trie {
      case (#empty) HashTree.emptyHash();
      case (#leaf { hash }) hash;
      case (#fork { hash }) hash;
    }
  };

  func nameIn(trie : Trie) : Blob {
    switch trie {
      case (#empty) "";
      case (#leaf { name }) name;
      case (#fork { name }) name;
    }
  };

  func firstIn(trie : Trie) : Blob {
    switch trie {
      case (#fork { left }) firstIn(left);
      case _ nameIn(trie);
    }
  };

  func lastIn(trie : Trie) : Blob {
    switch trie {
      case (#fork { right }) lastIn(right);
      case _ nameIn(trie);
    }
  };

  func hasBit(name : Blob, bit : Nat) : Bool = Nat8.bittest(name[bit / 8], 7 - bit % 8 : Nat);

  /// The first bit in which two different labels of the same length differ.
  func firstDifference(a : Blob, b : Blob) : Nat {
    var i = 0;
    while (a[i] == b[i]) i += 1;
    i * 8 + Nat8.toNat(Nat8.bitcountLeadingZero(a[i] ^ b[i]))
  };

  func differsBefore(a : Blob, b : Blob, bit : Nat) : Bool = a != b and firstDifference(a, b) < bit;
}
