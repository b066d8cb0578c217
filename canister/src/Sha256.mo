/// SHA-256 (FIPS 180-4) of short messages. `mo:core` has none.
///
/// Used for chain tokens only (one or two blocks a row), so it is written to be
/// read; the maps around it cost as much.
import Array "mo:core/Array";
import Blob "mo:core/Blob";
import Nat32 "mo:core/Nat32";
import VarArray "mo:core/VarArray";

module {

  let initial : [Nat32] = [
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ];

  let rounds : [Nat32] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  ];

  /// The 32-byte digest of `parts`, read one after another.
  public func digest(parts : [Blob]) : Blob {
    let state = VarArray.fromArray<Nat32>(initial);
    let words = VarArray.repeat<Nat32>(0, 64);
    var word : Nat32 = 0; // the last four bytes
    var length : Nat32 = 0;

    func put(byte : Nat8) {
      word := (word << 8) | Nat32.fromNat8(byte);
      length += 1;
      if (length & 3 == 0) words[Nat32.toNat(((length >> 2) - 1) & 15)] := word;
      if (length & 63 == 0) compress(state, words);
    };

    for (part in parts.values()) {
      for (byte in part.values()) put(byte);
    };
    let messageBytes = length;
    put(0x80);
    while (length & 63 != 56) put(0);
    words[14] := messageBytes >> 29;
    words[15] := messageBytes << 3;
    compress(state, words);

    Blob.fromArray(
      Array.tabulate<Nat8>(
        32,
        func i = Nat32.toNat8((state[i / 4] >> Nat32.fromNat(8 * (3 - i % 4 : Nat))) & 0xff),
      )
    )
  };

  /// Folds the block in `words[0 .. 15]` into `state`; the rest of `words` is scratch.
  func compress(state : [var Nat32], words : [var Nat32]) {
    var i = 16;
    while (i < 64) {
      let w15 = words[i - 15];
      let w2 = words[i - 2];
      let s0 = (w15 <>> 7) ^ (w15 <>> 18) ^ (w15 >> 3);
      let s1 = (w2 <>> 17) ^ (w2 <>> 19) ^ (w2 >> 10);
      words[i] := words[i - 16] +% s0 +% words[i - 7] +% s1;
      i += 1;
    };

    var a = state[0];
    var b = state[1];
    var c = state[2];
    var d = state[3];
    var e = state[4];
    var f = state[5];
    var g = state[6];
    var h = state[7];
    i := 0;
    while (i < 64) {
      let s1 = (e <>> 6) ^ (e <>> 11) ^ (e <>> 25);
      let choice = (e & f) ^ ((^e) & g);
      let t1 = h +% s1 +% choice +% rounds[i] +% words[i];
      let s0 = (a <>> 2) ^ (a <>> 13) ^ (a <>> 22);
      let majority = (a & b) ^ (a & c) ^ (b & c);
      h := g;
      g := f;
      f := e;
      e := d +% t1;
      d := c;
      c := b;
      b := a;
      a := t1 +% s0 +% majority;
      i += 1;
    };
    state[0] +%= a;
    state[1] +%= b;
    state[2] +%= c;
    state[3] +%= d;
    state[4] +%= e;
    state[5] +%= f;
    state[6] +%= g;
    state[7] +%= h;
  };
}
