/// Secrets that the canister recognises without knowing them: it keeps only hashes.
import Nat8 "mo:core/Nat8";
import Limits "Limits";
import Sha256 "Sha256";

module {

  public func hash(secret : Blob) : Blob = Sha256.digest([secret]);

  public func isHash(bytes : Blob) : Bool = bytes.size() == Limits.secretHashBytes;

  public func isSecret(bytes : Blob) : Bool {
    bytes.size() >= Limits.secretBytesLeast and bytes.size() <= Limits.secretBytesMost
  };

  /// Looks at all bytes, so that the time it takes does not tell how many are right.
  public func same(a : Blob, b : Blob) : Bool {
    if (a.size() != b.size()) return false;
    var difference : Nat8 = 0;
    for (i in a.keys()) difference |= a[i] ^ b[i];
    difference == 0
  };
}
