/// Who may become the owner: whoever shows the secret whose hash was given at
/// installation, once. Wrong tries make pauses, ten of them a lock that only a
/// controller opens, by setting the hash of another secret.
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Limits "Limits";
import Secrets "Secrets";

module {

  public type Claim = {
    var hash : ?Blob; // null: none was given, or it was used
    var offered : ?Blob; // the last one that came with an installation or upgrade
    var wrong : Nat;
    var pausedUntil : Nat64;
  };

  public type Verdict = {
    #right;
    #wrong : { triesLeft : Nat }; // 0: locked
    #paused : { ns : Nat64 };
    #closed; // there is no secret to show
  };

  public func empty() : Claim = { var hash = null; var offered = null; var wrong = 0; var pausedUntil = 0 };

  public func set(claim : Claim, hash : Blob) {
    claim.hash := ?hash;
    claim.wrong := 0;
    claim.pausedUntil := 0;
  };

  /// As `set`, for the argument of an installation or upgrade. Tools repeat the same one
  /// at each upgrade: a used secret must not come back to life, nor a lock go away, by that.
  public func offer(claim : Claim, hash : Blob) {
    if (claim.offered == ?hash) return;
    claim.offered := ?hash;
    set(claim, hash);
  };

  public func isOpen(claim : Claim) : Bool = claim.hash != null and claim.wrong < Limits.claimTries;

  /// Judges `secret` and remembers the try. A right one is used up by this.
  public func show(claim : Claim, secret : Blob, now : Nat64) : Verdict {
    let ?hash = claim.hash else return #closed;
    if (claim.wrong >= Limits.claimTries) return #wrong { triesLeft = 0 };
    if (now < claim.pausedUntil) return #paused { ns = claim.pausedUntil - now };
    if (Secrets.same(Secrets.hash(secret), hash)) {
      claim.hash := null;
      return #right;
    };
    claim.wrong += 1;
    claim.pausedUntil := now + (Limits.claimPauseNs << Nat64.fromNat(claim.wrong - 1));
    #wrong { triesLeft = Limits.claimTries - claim.wrong }
  };
}
