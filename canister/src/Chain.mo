/// The chain of tokens: what a client keeps to prove which history it has seen.
///
/// One token of 8 bytes for every accepted change of a space, in order:
///
///     token(0) = first 8 bytes of SHA-256("sheaf-epoch" || epoch)
///     token(n) = first 8 bytes of SHA-256(token(n-1) || length(id) || id || revision)
///
/// `epoch` is a nat64 in 8 bytes, `length(id)` the number of UTF-8 bytes of `id` in
/// 4 bytes, both big-endian; `id` is UTF-8, `revision` its 16 bytes. n is the
/// sequence number of the change.
///
/// A client that shows (n, token(n)) has seen exactly this space's first n changes.
/// After a canister was restored from a snapshot and went on with other changes, the
/// token at n differs (`fork`), or there is no n yet (`ahead`). The same changes made
/// again in the same order give the same chain: no false alarm.
///
/// Tokens are kept for ever: 1 M changes are 8 MB. Full pages are sealed into blobs,
/// as an array of small blobs would take four times that.
import Array "mo:core/Array";
import Blob "mo:core/Blob";
import List "mo:core/List";
import Nat "mo:core/Nat";
import Nat32 "mo:core/Nat32";
import Nat64 "mo:core/Nat64";
import Text "mo:core/Text";
import Sha256 "Sha256";

module {

  let tokenBytes = 8;
  let tokensPerPage = 128;

  public type Chain = {
    pages : List.List<Blob>; // each tokensPerPage tokens, end to end
    tail : List.List<Blob>; // the tokens after the last page; never a full page of them
    var position : Nat64;
    var token : Blob; // at `position`
  };

  public func start(epoch : Nat64) : Chain {
    let first = prefix(Sha256.digest(["sheaf-epoch", bigEndian(epoch, 8)]));
    {
      pages = List.empty();
      tail = List.singleton(first);
      var position = 0;
      var token = first;
    }
  };

  /// Adds one accepted change and returns its sequence number.
  public func append(chain : Chain, id : Text, revision : Blob) : Nat64 {
    let name = Text.encodeUtf8(id);
    let length = bigEndian(Nat64.fromNat(name.size()), 4);
    chain.token := prefix(Sha256.digest([chain.token, length, name, revision]));
    chain.position += 1;
    chain.tail.add(chain.token);
    if (chain.tail.size() == tokensPerPage) seal(chain);
    chain.position
  };

  /// The token at `position`; null beyond the end.
  public func at(chain : Chain, position : Nat64) : ?Blob {
    if (position > chain.position) return null;
    let index = Nat64.toNat(position);
    let sealed = chain.pages.size() * tokensPerPage;
    if (index >= sealed) return ?chain.tail.at(index - sealed : Nat);
    let page = chain.pages.at(index / tokensPerPage);
    ?slice(page, (index % tokensPerPage) * tokenBytes, tokenBytes)
  };

  func seal(chain : Chain) {
    let tokens = chain.tail.toArray();
    let bytes = Array.tabulate<Nat8>(
      tokensPerPage * tokenBytes,
      func i = tokens[i / tokenBytes][i % tokenBytes],
    );
    chain.pages.add(Blob.fromArray(bytes));
    chain.tail.clear();
  };

  func prefix(digest : Blob) : Blob = slice(digest, 0, tokenBytes);

  func slice(bytes : Blob, from : Nat, size : Nat) : Blob {
    Blob.fromArray(Array.tabulate<Nat8>(size, func i = bytes[from + i]))
  };

  func bigEndian(number : Nat64, size : Nat) : Blob {
    func byte(i : Nat) : Nat8 {
      Nat64.toNat8((number >> Nat64.fromNat(8 * (size - 1 - i : Nat))) & 0xff)
    };
    Blob.fromArray(Array.tabulate<Nat8>(size, byte))
  };
}
