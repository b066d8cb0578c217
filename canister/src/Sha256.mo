/// SHA-256 (FIPS 180-4). `mo:core` has none.
///
/// Most of what this canister computes is this, so it is written for few instructions:
/// only 64-bit numbers in local variables are plain machine words in Motoko; an element
/// of an array costs 40 to 100 instructions, and so does a byte of a blob. Hence the
/// rounds are written out, and what is long is read from stable memory, eight bytes at
/// a time.
///
/// Every word of the algorithm is held twice in its variable, in the upper and in the
/// lower half: a rotation is then a shift, of which the lower half is right. Sums are
/// right in the lower half, too; `both *% (low & x)` makes two of it again.
import Array "mo:core/Array";
import Blob "mo:core/Blob";
import Nat "mo:core/Nat";
import Nat32 "mo:core/Nat32";
import Nat64 "mo:core/Nat64";
import Region "mo:core/Region";
import VarArray "mo:core/VarArray";
import Prim "mo:⛔"; // conversions that are single instructions instead of calls

module {

  let initial : [Nat32] = [
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ];

  /// The 32-byte digest of `parts`, read one after another.
  public func digest(parts : [Blob]) : Blob {
    finish(VarArray.fromArray(initial), parts, 0)
  };

  /// The digest of `size` bytes of `region` from `offset`.
  public func ofRegion(region : Region, offset : Nat64, size : Nat64) : Blob {
    let state = VarArray.fromArray<Nat32>(initial);
    let whole = size / 64;
    compress(state, [var], ?region, offset, whole);
    // Not even nothing can be read from the very end of a region.
    let rest = if (size % 64 == 0) "" : Blob else region.loadBlob(offset + whole * 64, Nat64.toNat(size % 64));
    finish(state, [rest], whole * 64)
  };

  /// `before`: how many bytes are in `state` already, a multiple of 64.
  func finish(state : [var Nat32], parts : [Blob], before : Nat64) : Blob {
    let words = VarArray.repeat<Nat32>(0, 16);
    var word : Nat32 = 0; // the last four bytes
    var length : Nat64 = 0;
    var next = 0; // in `words`
    for (part in parts.values()) {
      for (byte in part.toArray().values()) {
        word := word << 8 | Prim.nat16ToNat32(Prim.nat8ToNat16(byte));
        length +%= 1;
        if (length & 3 == 0) {
          words[next] := word;
          next += 1;
          if (next == 16) {
            compress(state, words, null, 0, 1);
            next := 0;
          };
        };
      };
    };
    // The end of the message is marked by a 1 bit; its length in bits fills the last two words.
    let open = Nat64.toNat32(length & 3);
    words[next] := if (open == 0) 0x8000_0000 else (word << 8 | 0x80) << (24 - 8 * open);
    next += 1;
    if (next > 14) {
      while (next < 16) { words[next] := 0; next += 1 };
      compress(state, words, null, 0, 1);
      next := 0;
    };
    while (next < 14) { words[next] := 0; next += 1 };
    let bits = (before + length) * 8;
    words[14] := Nat64.toNat32(bits >> 32);
    words[15] := Nat64.toNat32(bits & 0xffff_ffff);
    compress(state, words, null, 0, 1);
    bytesOf(state)
  };

  func bytesOf(state : [var Nat32]) : Blob {
    let (a0, a1, a2, a3) = Nat32.explode(state[0]);
    let (b0, b1, b2, b3) = Nat32.explode(state[1]);
    let (c0, c1, c2, c3) = Nat32.explode(state[2]);
    let (d0, d1, d2, d3) = Nat32.explode(state[3]);
    let (e0, e1, e2, e3) = Nat32.explode(state[4]);
    let (f0, f1, f2, f3) = Nat32.explode(state[5]);
    let (g0, g1, g2, g3) = Nat32.explode(state[6]);
    let (h0, h1, h2, h3) = Nat32.explode(state[7]);
    Blob.fromArray([
      a0, a1, a2, a3,
      b0, b1, b2, b3,
      c0, c1, c2, c3,
      d0, d1, d2, d3,
      e0, e1, e2, e3,
      f0, f1, f2, f3,
      g0, g1, g2, g3,
      h0, h1, h2, h3,
    ])
  };

  /// Folds `count` blocks into `state`: those in `region` from `from`, or the one in `words`.
  func compress(state : [var Nat32], words : [var Nat32], region : ?Region, from : Nat64, count : Nat64) {
    let low : Nat64 = 0xffff_ffff;
    let both : Nat64 = 0x1_0000_0001;
    let bytes : Nat64 = 0x00ff_00ff_00ff_00ff;
    let halves : Nat64 = 0x0000_ffff_0000_ffff;
    var pair : Nat64 = 0;
    var t : Nat64 = 0;
    var w0 : Nat64 = 0;
    var w1 : Nat64 = 0;
    var w2 : Nat64 = 0;
    var w3 : Nat64 = 0;
    var w4 : Nat64 = 0;
    var w5 : Nat64 = 0;
    var w6 : Nat64 = 0;
    var w7 : Nat64 = 0;
    var w8 : Nat64 = 0;
    var w9 : Nat64 = 0;
    var w10 : Nat64 = 0;
    var w11 : Nat64 = 0;
    var w12 : Nat64 = 0;
    var w13 : Nat64 = 0;
    var w14 : Nat64 = 0;
    var w15 : Nat64 = 0;
    var a = both *% Prim.nat32ToNat64(state[0]);
    var b = both *% Prim.nat32ToNat64(state[1]);
    var c = both *% Prim.nat32ToNat64(state[2]);
    var d = both *% Prim.nat32ToNat64(state[3]);
    var e = both *% Prim.nat32ToNat64(state[4]);
    var f = both *% Prim.nat32ToNat64(state[5]);
    var g = both *% Prim.nat32ToNat64(state[6]);
    var h = both *% Prim.nat32ToNat64(state[7]);
    var at = from;
    var left = count;
    while (left > 0) {
      switch region {
        case null {
          w0 := both *% Prim.nat32ToNat64(words[0]);
          w1 := both *% Prim.nat32ToNat64(words[1]);
          w2 := both *% Prim.nat32ToNat64(words[2]);
          w3 := both *% Prim.nat32ToNat64(words[3]);
          w4 := both *% Prim.nat32ToNat64(words[4]);
          w5 := both *% Prim.nat32ToNat64(words[5]);
          w6 := both *% Prim.nat32ToNat64(words[6]);
          w7 := both *% Prim.nat32ToNat64(words[7]);
          w8 := both *% Prim.nat32ToNat64(words[8]);
          w9 := both *% Prim.nat32ToNat64(words[9]);
          w10 := both *% Prim.nat32ToNat64(words[10]);
          w11 := both *% Prim.nat32ToNat64(words[11]);
          w12 := both *% Prim.nat32ToNat64(words[12]);
          w13 := both *% Prim.nat32ToNat64(words[13]);
          w14 := both *% Prim.nat32ToNat64(words[14]);
          w15 := both *% Prim.nat32ToNat64(words[15]);
        };
        case (?region) {
          pair := region.loadNat64(at);
          pair := (pair & bytes) << 8 | pair >> 8 & bytes;
          pair := (pair & halves) << 16 | pair >> 16 & halves;
          w0 := both *% (low & pair);
          w1 := both *% (pair >> 32);
          pair := region.loadNat64(at +% 8);
          pair := (pair & bytes) << 8 | pair >> 8 & bytes;
          pair := (pair & halves) << 16 | pair >> 16 & halves;
          w2 := both *% (low & pair);
          w3 := both *% (pair >> 32);
          pair := region.loadNat64(at +% 16);
          pair := (pair & bytes) << 8 | pair >> 8 & bytes;
          pair := (pair & halves) << 16 | pair >> 16 & halves;
          w4 := both *% (low & pair);
          w5 := both *% (pair >> 32);
          pair := region.loadNat64(at +% 24);
          pair := (pair & bytes) << 8 | pair >> 8 & bytes;
          pair := (pair & halves) << 16 | pair >> 16 & halves;
          w6 := both *% (low & pair);
          w7 := both *% (pair >> 32);
          pair := region.loadNat64(at +% 32);
          pair := (pair & bytes) << 8 | pair >> 8 & bytes;
          pair := (pair & halves) << 16 | pair >> 16 & halves;
          w8 := both *% (low & pair);
          w9 := both *% (pair >> 32);
          pair := region.loadNat64(at +% 40);
          pair := (pair & bytes) << 8 | pair >> 8 & bytes;
          pair := (pair & halves) << 16 | pair >> 16 & halves;
          w10 := both *% (low & pair);
          w11 := both *% (pair >> 32);
          pair := region.loadNat64(at +% 48);
          pair := (pair & bytes) << 8 | pair >> 8 & bytes;
          pair := (pair & halves) << 16 | pair >> 16 & halves;
          w12 := both *% (low & pair);
          w13 := both *% (pair >> 32);
          pair := region.loadNat64(at +% 56);
          pair := (pair & bytes) << 8 | pair >> 8 & bytes;
          pair := (pair & halves) << 16 | pair >> 16 & halves;
          w14 := both *% (low & pair);
          w15 := both *% (pair >> 32);
        };
      };
      let a0 = a;
      let b0 = b;
      let c0 = c;
      let d0 = d;
      let e0 = e;
      let f0 = f;
      let g0 = g;
      let h0 = h;
      t := h +% (e >> 6 ^ e >> 11 ^ e >> 25) +% (g ^ (e & (f ^ g))) +% 0x428a2f98 +% w0;
      d := both *% (low & (d +% t));
      h := both *% (low & (t +% (a >> 2 ^ a >> 13 ^ a >> 22) +% (a & b | c & (a | b))));
      t := g +% (d >> 6 ^ d >> 11 ^ d >> 25) +% (f ^ (d & (e ^ f))) +% 0x71374491 +% w1;
      c := both *% (low & (c +% t));
      g := both *% (low & (t +% (h >> 2 ^ h >> 13 ^ h >> 22) +% (h & a | b & (h | a))));
      t := f +% (c >> 6 ^ c >> 11 ^ c >> 25) +% (e ^ (c & (d ^ e))) +% 0xb5c0fbcf +% w2;
      b := both *% (low & (b +% t));
      f := both *% (low & (t +% (g >> 2 ^ g >> 13 ^ g >> 22) +% (g & h | a & (g | h))));
      t := e +% (b >> 6 ^ b >> 11 ^ b >> 25) +% (d ^ (b & (c ^ d))) +% 0xe9b5dba5 +% w3;
      a := both *% (low & (a +% t));
      e := both *% (low & (t +% (f >> 2 ^ f >> 13 ^ f >> 22) +% (f & g | h & (f | g))));
      t := d +% (a >> 6 ^ a >> 11 ^ a >> 25) +% (c ^ (a & (b ^ c))) +% 0x3956c25b +% w4;
      h := both *% (low & (h +% t));
      d := both *% (low & (t +% (e >> 2 ^ e >> 13 ^ e >> 22) +% (e & f | g & (e | f))));
      t := c +% (h >> 6 ^ h >> 11 ^ h >> 25) +% (b ^ (h & (a ^ b))) +% 0x59f111f1 +% w5;
      g := both *% (low & (g +% t));
      c := both *% (low & (t +% (d >> 2 ^ d >> 13 ^ d >> 22) +% (d & e | f & (d | e))));
      t := b +% (g >> 6 ^ g >> 11 ^ g >> 25) +% (a ^ (g & (h ^ a))) +% 0x923f82a4 +% w6;
      f := both *% (low & (f +% t));
      b := both *% (low & (t +% (c >> 2 ^ c >> 13 ^ c >> 22) +% (c & d | e & (c | d))));
      t := a +% (f >> 6 ^ f >> 11 ^ f >> 25) +% (h ^ (f & (g ^ h))) +% 0xab1c5ed5 +% w7;
      e := both *% (low & (e +% t));
      a := both *% (low & (t +% (b >> 2 ^ b >> 13 ^ b >> 22) +% (b & c | d & (b | c))));
      t := h +% (e >> 6 ^ e >> 11 ^ e >> 25) +% (g ^ (e & (f ^ g))) +% 0xd807aa98 +% w8;
      d := both *% (low & (d +% t));
      h := both *% (low & (t +% (a >> 2 ^ a >> 13 ^ a >> 22) +% (a & b | c & (a | b))));
      t := g +% (d >> 6 ^ d >> 11 ^ d >> 25) +% (f ^ (d & (e ^ f))) +% 0x12835b01 +% w9;
      c := both *% (low & (c +% t));
      g := both *% (low & (t +% (h >> 2 ^ h >> 13 ^ h >> 22) +% (h & a | b & (h | a))));
      t := f +% (c >> 6 ^ c >> 11 ^ c >> 25) +% (e ^ (c & (d ^ e))) +% 0x243185be +% w10;
      b := both *% (low & (b +% t));
      f := both *% (low & (t +% (g >> 2 ^ g >> 13 ^ g >> 22) +% (g & h | a & (g | h))));
      t := e +% (b >> 6 ^ b >> 11 ^ b >> 25) +% (d ^ (b & (c ^ d))) +% 0x550c7dc3 +% w11;
      a := both *% (low & (a +% t));
      e := both *% (low & (t +% (f >> 2 ^ f >> 13 ^ f >> 22) +% (f & g | h & (f | g))));
      t := d +% (a >> 6 ^ a >> 11 ^ a >> 25) +% (c ^ (a & (b ^ c))) +% 0x72be5d74 +% w12;
      h := both *% (low & (h +% t));
      d := both *% (low & (t +% (e >> 2 ^ e >> 13 ^ e >> 22) +% (e & f | g & (e | f))));
      t := c +% (h >> 6 ^ h >> 11 ^ h >> 25) +% (b ^ (h & (a ^ b))) +% 0x80deb1fe +% w13;
      g := both *% (low & (g +% t));
      c := both *% (low & (t +% (d >> 2 ^ d >> 13 ^ d >> 22) +% (d & e | f & (d | e))));
      t := b +% (g >> 6 ^ g >> 11 ^ g >> 25) +% (a ^ (g & (h ^ a))) +% 0x9bdc06a7 +% w14;
      f := both *% (low & (f +% t));
      b := both *% (low & (t +% (c >> 2 ^ c >> 13 ^ c >> 22) +% (c & d | e & (c | d))));
      t := a +% (f >> 6 ^ f >> 11 ^ f >> 25) +% (h ^ (f & (g ^ h))) +% 0xc19bf174 +% w15;
      e := both *% (low & (e +% t));
      a := both *% (low & (t +% (b >> 2 ^ b >> 13 ^ b >> 22) +% (b & c | d & (b | c))));
      w0 := both *% (low & (w0 +% (w1 >> 7 ^ w1 >> 18 ^ (low & w1) >> 3) +% w9 +% (w14 >> 17 ^ w14 >> 19 ^ (low & w14) >> 10)));
      t := h +% (e >> 6 ^ e >> 11 ^ e >> 25) +% (g ^ (e & (f ^ g))) +% 0xe49b69c1 +% w0;
      d := both *% (low & (d +% t));
      h := both *% (low & (t +% (a >> 2 ^ a >> 13 ^ a >> 22) +% (a & b | c & (a | b))));
      w1 := both *% (low & (w1 +% (w2 >> 7 ^ w2 >> 18 ^ (low & w2) >> 3) +% w10 +% (w15 >> 17 ^ w15 >> 19 ^ (low & w15) >> 10)));
      t := g +% (d >> 6 ^ d >> 11 ^ d >> 25) +% (f ^ (d & (e ^ f))) +% 0xefbe4786 +% w1;
      c := both *% (low & (c +% t));
      g := both *% (low & (t +% (h >> 2 ^ h >> 13 ^ h >> 22) +% (h & a | b & (h | a))));
      w2 := both *% (low & (w2 +% (w3 >> 7 ^ w3 >> 18 ^ (low & w3) >> 3) +% w11 +% (w0 >> 17 ^ w0 >> 19 ^ (low & w0) >> 10)));
      t := f +% (c >> 6 ^ c >> 11 ^ c >> 25) +% (e ^ (c & (d ^ e))) +% 0x0fc19dc6 +% w2;
      b := both *% (low & (b +% t));
      f := both *% (low & (t +% (g >> 2 ^ g >> 13 ^ g >> 22) +% (g & h | a & (g | h))));
      w3 := both *% (low & (w3 +% (w4 >> 7 ^ w4 >> 18 ^ (low & w4) >> 3) +% w12 +% (w1 >> 17 ^ w1 >> 19 ^ (low & w1) >> 10)));
      t := e +% (b >> 6 ^ b >> 11 ^ b >> 25) +% (d ^ (b & (c ^ d))) +% 0x240ca1cc +% w3;
      a := both *% (low & (a +% t));
      e := both *% (low & (t +% (f >> 2 ^ f >> 13 ^ f >> 22) +% (f & g | h & (f | g))));
      w4 := both *% (low & (w4 +% (w5 >> 7 ^ w5 >> 18 ^ (low & w5) >> 3) +% w13 +% (w2 >> 17 ^ w2 >> 19 ^ (low & w2) >> 10)));
      t := d +% (a >> 6 ^ a >> 11 ^ a >> 25) +% (c ^ (a & (b ^ c))) +% 0x2de92c6f +% w4;
      h := both *% (low & (h +% t));
      d := both *% (low & (t +% (e >> 2 ^ e >> 13 ^ e >> 22) +% (e & f | g & (e | f))));
      w5 := both *% (low & (w5 +% (w6 >> 7 ^ w6 >> 18 ^ (low & w6) >> 3) +% w14 +% (w3 >> 17 ^ w3 >> 19 ^ (low & w3) >> 10)));
      t := c +% (h >> 6 ^ h >> 11 ^ h >> 25) +% (b ^ (h & (a ^ b))) +% 0x4a7484aa +% w5;
      g := both *% (low & (g +% t));
      c := both *% (low & (t +% (d >> 2 ^ d >> 13 ^ d >> 22) +% (d & e | f & (d | e))));
      w6 := both *% (low & (w6 +% (w7 >> 7 ^ w7 >> 18 ^ (low & w7) >> 3) +% w15 +% (w4 >> 17 ^ w4 >> 19 ^ (low & w4) >> 10)));
      t := b +% (g >> 6 ^ g >> 11 ^ g >> 25) +% (a ^ (g & (h ^ a))) +% 0x5cb0a9dc +% w6;
      f := both *% (low & (f +% t));
      b := both *% (low & (t +% (c >> 2 ^ c >> 13 ^ c >> 22) +% (c & d | e & (c | d))));
      w7 := both *% (low & (w7 +% (w8 >> 7 ^ w8 >> 18 ^ (low & w8) >> 3) +% w0 +% (w5 >> 17 ^ w5 >> 19 ^ (low & w5) >> 10)));
      t := a +% (f >> 6 ^ f >> 11 ^ f >> 25) +% (h ^ (f & (g ^ h))) +% 0x76f988da +% w7;
      e := both *% (low & (e +% t));
      a := both *% (low & (t +% (b >> 2 ^ b >> 13 ^ b >> 22) +% (b & c | d & (b | c))));
      w8 := both *% (low & (w8 +% (w9 >> 7 ^ w9 >> 18 ^ (low & w9) >> 3) +% w1 +% (w6 >> 17 ^ w6 >> 19 ^ (low & w6) >> 10)));
      t := h +% (e >> 6 ^ e >> 11 ^ e >> 25) +% (g ^ (e & (f ^ g))) +% 0x983e5152 +% w8;
      d := both *% (low & (d +% t));
      h := both *% (low & (t +% (a >> 2 ^ a >> 13 ^ a >> 22) +% (a & b | c & (a | b))));
      w9 := both *% (low & (w9 +% (w10 >> 7 ^ w10 >> 18 ^ (low & w10) >> 3) +% w2 +% (w7 >> 17 ^ w7 >> 19 ^ (low & w7) >> 10)));
      t := g +% (d >> 6 ^ d >> 11 ^ d >> 25) +% (f ^ (d & (e ^ f))) +% 0xa831c66d +% w9;
      c := both *% (low & (c +% t));
      g := both *% (low & (t +% (h >> 2 ^ h >> 13 ^ h >> 22) +% (h & a | b & (h | a))));
      w10 := both *% (low & (w10 +% (w11 >> 7 ^ w11 >> 18 ^ (low & w11) >> 3) +% w3 +% (w8 >> 17 ^ w8 >> 19 ^ (low & w8) >> 10)));
      t := f +% (c >> 6 ^ c >> 11 ^ c >> 25) +% (e ^ (c & (d ^ e))) +% 0xb00327c8 +% w10;
      b := both *% (low & (b +% t));
      f := both *% (low & (t +% (g >> 2 ^ g >> 13 ^ g >> 22) +% (g & h | a & (g | h))));
      w11 := both *% (low & (w11 +% (w12 >> 7 ^ w12 >> 18 ^ (low & w12) >> 3) +% w4 +% (w9 >> 17 ^ w9 >> 19 ^ (low & w9) >> 10)));
      t := e +% (b >> 6 ^ b >> 11 ^ b >> 25) +% (d ^ (b & (c ^ d))) +% 0xbf597fc7 +% w11;
      a := both *% (low & (a +% t));
      e := both *% (low & (t +% (f >> 2 ^ f >> 13 ^ f >> 22) +% (f & g | h & (f | g))));
      w12 := both *% (low & (w12 +% (w13 >> 7 ^ w13 >> 18 ^ (low & w13) >> 3) +% w5 +% (w10 >> 17 ^ w10 >> 19 ^ (low & w10) >> 10)));
      t := d +% (a >> 6 ^ a >> 11 ^ a >> 25) +% (c ^ (a & (b ^ c))) +% 0xc6e00bf3 +% w12;
      h := both *% (low & (h +% t));
      d := both *% (low & (t +% (e >> 2 ^ e >> 13 ^ e >> 22) +% (e & f | g & (e | f))));
      w13 := both *% (low & (w13 +% (w14 >> 7 ^ w14 >> 18 ^ (low & w14) >> 3) +% w6 +% (w11 >> 17 ^ w11 >> 19 ^ (low & w11) >> 10)));
      t := c +% (h >> 6 ^ h >> 11 ^ h >> 25) +% (b ^ (h & (a ^ b))) +% 0xd5a79147 +% w13;
      g := both *% (low & (g +% t));
      c := both *% (low & (t +% (d >> 2 ^ d >> 13 ^ d >> 22) +% (d & e | f & (d | e))));
      w14 := both *% (low & (w14 +% (w15 >> 7 ^ w15 >> 18 ^ (low & w15) >> 3) +% w7 +% (w12 >> 17 ^ w12 >> 19 ^ (low & w12) >> 10)));
      t := b +% (g >> 6 ^ g >> 11 ^ g >> 25) +% (a ^ (g & (h ^ a))) +% 0x06ca6351 +% w14;
      f := both *% (low & (f +% t));
      b := both *% (low & (t +% (c >> 2 ^ c >> 13 ^ c >> 22) +% (c & d | e & (c | d))));
      w15 := both *% (low & (w15 +% (w0 >> 7 ^ w0 >> 18 ^ (low & w0) >> 3) +% w8 +% (w13 >> 17 ^ w13 >> 19 ^ (low & w13) >> 10)));
      t := a +% (f >> 6 ^ f >> 11 ^ f >> 25) +% (h ^ (f & (g ^ h))) +% 0x14292967 +% w15;
      e := both *% (low & (e +% t));
      a := both *% (low & (t +% (b >> 2 ^ b >> 13 ^ b >> 22) +% (b & c | d & (b | c))));
      w0 := both *% (low & (w0 +% (w1 >> 7 ^ w1 >> 18 ^ (low & w1) >> 3) +% w9 +% (w14 >> 17 ^ w14 >> 19 ^ (low & w14) >> 10)));
      t := h +% (e >> 6 ^ e >> 11 ^ e >> 25) +% (g ^ (e & (f ^ g))) +% 0x27b70a85 +% w0;
      d := both *% (low & (d +% t));
      h := both *% (low & (t +% (a >> 2 ^ a >> 13 ^ a >> 22) +% (a & b | c & (a | b))));
      w1 := both *% (low & (w1 +% (w2 >> 7 ^ w2 >> 18 ^ (low & w2) >> 3) +% w10 +% (w15 >> 17 ^ w15 >> 19 ^ (low & w15) >> 10)));
      t := g +% (d >> 6 ^ d >> 11 ^ d >> 25) +% (f ^ (d & (e ^ f))) +% 0x2e1b2138 +% w1;
      c := both *% (low & (c +% t));
      g := both *% (low & (t +% (h >> 2 ^ h >> 13 ^ h >> 22) +% (h & a | b & (h | a))));
      w2 := both *% (low & (w2 +% (w3 >> 7 ^ w3 >> 18 ^ (low & w3) >> 3) +% w11 +% (w0 >> 17 ^ w0 >> 19 ^ (low & w0) >> 10)));
      t := f +% (c >> 6 ^ c >> 11 ^ c >> 25) +% (e ^ (c & (d ^ e))) +% 0x4d2c6dfc +% w2;
      b := both *% (low & (b +% t));
      f := both *% (low & (t +% (g >> 2 ^ g >> 13 ^ g >> 22) +% (g & h | a & (g | h))));
      w3 := both *% (low & (w3 +% (w4 >> 7 ^ w4 >> 18 ^ (low & w4) >> 3) +% w12 +% (w1 >> 17 ^ w1 >> 19 ^ (low & w1) >> 10)));
      t := e +% (b >> 6 ^ b >> 11 ^ b >> 25) +% (d ^ (b & (c ^ d))) +% 0x53380d13 +% w3;
      a := both *% (low & (a +% t));
      e := both *% (low & (t +% (f >> 2 ^ f >> 13 ^ f >> 22) +% (f & g | h & (f | g))));
      w4 := both *% (low & (w4 +% (w5 >> 7 ^ w5 >> 18 ^ (low & w5) >> 3) +% w13 +% (w2 >> 17 ^ w2 >> 19 ^ (low & w2) >> 10)));
      t := d +% (a >> 6 ^ a >> 11 ^ a >> 25) +% (c ^ (a & (b ^ c))) +% 0x650a7354 +% w4;
      h := both *% (low & (h +% t));
      d := both *% (low & (t +% (e >> 2 ^ e >> 13 ^ e >> 22) +% (e & f | g & (e | f))));
      w5 := both *% (low & (w5 +% (w6 >> 7 ^ w6 >> 18 ^ (low & w6) >> 3) +% w14 +% (w3 >> 17 ^ w3 >> 19 ^ (low & w3) >> 10)));
      t := c +% (h >> 6 ^ h >> 11 ^ h >> 25) +% (b ^ (h & (a ^ b))) +% 0x766a0abb +% w5;
      g := both *% (low & (g +% t));
      c := both *% (low & (t +% (d >> 2 ^ d >> 13 ^ d >> 22) +% (d & e | f & (d | e))));
      w6 := both *% (low & (w6 +% (w7 >> 7 ^ w7 >> 18 ^ (low & w7) >> 3) +% w15 +% (w4 >> 17 ^ w4 >> 19 ^ (low & w4) >> 10)));
      t := b +% (g >> 6 ^ g >> 11 ^ g >> 25) +% (a ^ (g & (h ^ a))) +% 0x81c2c92e +% w6;
      f := both *% (low & (f +% t));
      b := both *% (low & (t +% (c >> 2 ^ c >> 13 ^ c >> 22) +% (c & d | e & (c | d))));
      w7 := both *% (low & (w7 +% (w8 >> 7 ^ w8 >> 18 ^ (low & w8) >> 3) +% w0 +% (w5 >> 17 ^ w5 >> 19 ^ (low & w5) >> 10)));
      t := a +% (f >> 6 ^ f >> 11 ^ f >> 25) +% (h ^ (f & (g ^ h))) +% 0x92722c85 +% w7;
      e := both *% (low & (e +% t));
      a := both *% (low & (t +% (b >> 2 ^ b >> 13 ^ b >> 22) +% (b & c | d & (b | c))));
      w8 := both *% (low & (w8 +% (w9 >> 7 ^ w9 >> 18 ^ (low & w9) >> 3) +% w1 +% (w6 >> 17 ^ w6 >> 19 ^ (low & w6) >> 10)));
      t := h +% (e >> 6 ^ e >> 11 ^ e >> 25) +% (g ^ (e & (f ^ g))) +% 0xa2bfe8a1 +% w8;
      d := both *% (low & (d +% t));
      h := both *% (low & (t +% (a >> 2 ^ a >> 13 ^ a >> 22) +% (a & b | c & (a | b))));
      w9 := both *% (low & (w9 +% (w10 >> 7 ^ w10 >> 18 ^ (low & w10) >> 3) +% w2 +% (w7 >> 17 ^ w7 >> 19 ^ (low & w7) >> 10)));
      t := g +% (d >> 6 ^ d >> 11 ^ d >> 25) +% (f ^ (d & (e ^ f))) +% 0xa81a664b +% w9;
      c := both *% (low & (c +% t));
      g := both *% (low & (t +% (h >> 2 ^ h >> 13 ^ h >> 22) +% (h & a | b & (h | a))));
      w10 := both *% (low & (w10 +% (w11 >> 7 ^ w11 >> 18 ^ (low & w11) >> 3) +% w3 +% (w8 >> 17 ^ w8 >> 19 ^ (low & w8) >> 10)));
      t := f +% (c >> 6 ^ c >> 11 ^ c >> 25) +% (e ^ (c & (d ^ e))) +% 0xc24b8b70 +% w10;
      b := both *% (low & (b +% t));
      f := both *% (low & (t +% (g >> 2 ^ g >> 13 ^ g >> 22) +% (g & h | a & (g | h))));
      w11 := both *% (low & (w11 +% (w12 >> 7 ^ w12 >> 18 ^ (low & w12) >> 3) +% w4 +% (w9 >> 17 ^ w9 >> 19 ^ (low & w9) >> 10)));
      t := e +% (b >> 6 ^ b >> 11 ^ b >> 25) +% (d ^ (b & (c ^ d))) +% 0xc76c51a3 +% w11;
      a := both *% (low & (a +% t));
      e := both *% (low & (t +% (f >> 2 ^ f >> 13 ^ f >> 22) +% (f & g | h & (f | g))));
      w12 := both *% (low & (w12 +% (w13 >> 7 ^ w13 >> 18 ^ (low & w13) >> 3) +% w5 +% (w10 >> 17 ^ w10 >> 19 ^ (low & w10) >> 10)));
      t := d +% (a >> 6 ^ a >> 11 ^ a >> 25) +% (c ^ (a & (b ^ c))) +% 0xd192e819 +% w12;
      h := both *% (low & (h +% t));
      d := both *% (low & (t +% (e >> 2 ^ e >> 13 ^ e >> 22) +% (e & f | g & (e | f))));
      w13 := both *% (low & (w13 +% (w14 >> 7 ^ w14 >> 18 ^ (low & w14) >> 3) +% w6 +% (w11 >> 17 ^ w11 >> 19 ^ (low & w11) >> 10)));
      t := c +% (h >> 6 ^ h >> 11 ^ h >> 25) +% (b ^ (h & (a ^ b))) +% 0xd6990624 +% w13;
      g := both *% (low & (g +% t));
      c := both *% (low & (t +% (d >> 2 ^ d >> 13 ^ d >> 22) +% (d & e | f & (d | e))));
      w14 := both *% (low & (w14 +% (w15 >> 7 ^ w15 >> 18 ^ (low & w15) >> 3) +% w7 +% (w12 >> 17 ^ w12 >> 19 ^ (low & w12) >> 10)));
      t := b +% (g >> 6 ^ g >> 11 ^ g >> 25) +% (a ^ (g & (h ^ a))) +% 0xf40e3585 +% w14;
      f := both *% (low & (f +% t));
      b := both *% (low & (t +% (c >> 2 ^ c >> 13 ^ c >> 22) +% (c & d | e & (c | d))));
      w15 := both *% (low & (w15 +% (w0 >> 7 ^ w0 >> 18 ^ (low & w0) >> 3) +% w8 +% (w13 >> 17 ^ w13 >> 19 ^ (low & w13) >> 10)));
      t := a +% (f >> 6 ^ f >> 11 ^ f >> 25) +% (h ^ (f & (g ^ h))) +% 0x106aa070 +% w15;
      e := both *% (low & (e +% t));
      a := both *% (low & (t +% (b >> 2 ^ b >> 13 ^ b >> 22) +% (b & c | d & (b | c))));
      w0 := both *% (low & (w0 +% (w1 >> 7 ^ w1 >> 18 ^ (low & w1) >> 3) +% w9 +% (w14 >> 17 ^ w14 >> 19 ^ (low & w14) >> 10)));
      t := h +% (e >> 6 ^ e >> 11 ^ e >> 25) +% (g ^ (e & (f ^ g))) +% 0x19a4c116 +% w0;
      d := both *% (low & (d +% t));
      h := both *% (low & (t +% (a >> 2 ^ a >> 13 ^ a >> 22) +% (a & b | c & (a | b))));
      w1 := both *% (low & (w1 +% (w2 >> 7 ^ w2 >> 18 ^ (low & w2) >> 3) +% w10 +% (w15 >> 17 ^ w15 >> 19 ^ (low & w15) >> 10)));
      t := g +% (d >> 6 ^ d >> 11 ^ d >> 25) +% (f ^ (d & (e ^ f))) +% 0x1e376c08 +% w1;
      c := both *% (low & (c +% t));
      g := both *% (low & (t +% (h >> 2 ^ h >> 13 ^ h >> 22) +% (h & a | b & (h | a))));
      w2 := both *% (low & (w2 +% (w3 >> 7 ^ w3 >> 18 ^ (low & w3) >> 3) +% w11 +% (w0 >> 17 ^ w0 >> 19 ^ (low & w0) >> 10)));
      t := f +% (c >> 6 ^ c >> 11 ^ c >> 25) +% (e ^ (c & (d ^ e))) +% 0x2748774c +% w2;
      b := both *% (low & (b +% t));
      f := both *% (low & (t +% (g >> 2 ^ g >> 13 ^ g >> 22) +% (g & h | a & (g | h))));
      w3 := both *% (low & (w3 +% (w4 >> 7 ^ w4 >> 18 ^ (low & w4) >> 3) +% w12 +% (w1 >> 17 ^ w1 >> 19 ^ (low & w1) >> 10)));
      t := e +% (b >> 6 ^ b >> 11 ^ b >> 25) +% (d ^ (b & (c ^ d))) +% 0x34b0bcb5 +% w3;
      a := both *% (low & (a +% t));
      e := both *% (low & (t +% (f >> 2 ^ f >> 13 ^ f >> 22) +% (f & g | h & (f | g))));
      w4 := both *% (low & (w4 +% (w5 >> 7 ^ w5 >> 18 ^ (low & w5) >> 3) +% w13 +% (w2 >> 17 ^ w2 >> 19 ^ (low & w2) >> 10)));
      t := d +% (a >> 6 ^ a >> 11 ^ a >> 25) +% (c ^ (a & (b ^ c))) +% 0x391c0cb3 +% w4;
      h := both *% (low & (h +% t));
      d := both *% (low & (t +% (e >> 2 ^ e >> 13 ^ e >> 22) +% (e & f | g & (e | f))));
      w5 := both *% (low & (w5 +% (w6 >> 7 ^ w6 >> 18 ^ (low & w6) >> 3) +% w14 +% (w3 >> 17 ^ w3 >> 19 ^ (low & w3) >> 10)));
      t := c +% (h >> 6 ^ h >> 11 ^ h >> 25) +% (b ^ (h & (a ^ b))) +% 0x4ed8aa4a +% w5;
      g := both *% (low & (g +% t));
      c := both *% (low & (t +% (d >> 2 ^ d >> 13 ^ d >> 22) +% (d & e | f & (d | e))));
      w6 := both *% (low & (w6 +% (w7 >> 7 ^ w7 >> 18 ^ (low & w7) >> 3) +% w15 +% (w4 >> 17 ^ w4 >> 19 ^ (low & w4) >> 10)));
      t := b +% (g >> 6 ^ g >> 11 ^ g >> 25) +% (a ^ (g & (h ^ a))) +% 0x5b9cca4f +% w6;
      f := both *% (low & (f +% t));
      b := both *% (low & (t +% (c >> 2 ^ c >> 13 ^ c >> 22) +% (c & d | e & (c | d))));
      w7 := both *% (low & (w7 +% (w8 >> 7 ^ w8 >> 18 ^ (low & w8) >> 3) +% w0 +% (w5 >> 17 ^ w5 >> 19 ^ (low & w5) >> 10)));
      t := a +% (f >> 6 ^ f >> 11 ^ f >> 25) +% (h ^ (f & (g ^ h))) +% 0x682e6ff3 +% w7;
      e := both *% (low & (e +% t));
      a := both *% (low & (t +% (b >> 2 ^ b >> 13 ^ b >> 22) +% (b & c | d & (b | c))));
      w8 := both *% (low & (w8 +% (w9 >> 7 ^ w9 >> 18 ^ (low & w9) >> 3) +% w1 +% (w6 >> 17 ^ w6 >> 19 ^ (low & w6) >> 10)));
      t := h +% (e >> 6 ^ e >> 11 ^ e >> 25) +% (g ^ (e & (f ^ g))) +% 0x748f82ee +% w8;
      d := both *% (low & (d +% t));
      h := both *% (low & (t +% (a >> 2 ^ a >> 13 ^ a >> 22) +% (a & b | c & (a | b))));
      w9 := both *% (low & (w9 +% (w10 >> 7 ^ w10 >> 18 ^ (low & w10) >> 3) +% w2 +% (w7 >> 17 ^ w7 >> 19 ^ (low & w7) >> 10)));
      t := g +% (d >> 6 ^ d >> 11 ^ d >> 25) +% (f ^ (d & (e ^ f))) +% 0x78a5636f +% w9;
      c := both *% (low & (c +% t));
      g := both *% (low & (t +% (h >> 2 ^ h >> 13 ^ h >> 22) +% (h & a | b & (h | a))));
      w10 := both *% (low & (w10 +% (w11 >> 7 ^ w11 >> 18 ^ (low & w11) >> 3) +% w3 +% (w8 >> 17 ^ w8 >> 19 ^ (low & w8) >> 10)));
      t := f +% (c >> 6 ^ c >> 11 ^ c >> 25) +% (e ^ (c & (d ^ e))) +% 0x84c87814 +% w10;
      b := both *% (low & (b +% t));
      f := both *% (low & (t +% (g >> 2 ^ g >> 13 ^ g >> 22) +% (g & h | a & (g | h))));
      w11 := both *% (low & (w11 +% (w12 >> 7 ^ w12 >> 18 ^ (low & w12) >> 3) +% w4 +% (w9 >> 17 ^ w9 >> 19 ^ (low & w9) >> 10)));
      t := e +% (b >> 6 ^ b >> 11 ^ b >> 25) +% (d ^ (b & (c ^ d))) +% 0x8cc70208 +% w11;
      a := both *% (low & (a +% t));
      e := both *% (low & (t +% (f >> 2 ^ f >> 13 ^ f >> 22) +% (f & g | h & (f | g))));
      w12 := both *% (low & (w12 +% (w13 >> 7 ^ w13 >> 18 ^ (low & w13) >> 3) +% w5 +% (w10 >> 17 ^ w10 >> 19 ^ (low & w10) >> 10)));
      t := d +% (a >> 6 ^ a >> 11 ^ a >> 25) +% (c ^ (a & (b ^ c))) +% 0x90befffa +% w12;
      h := both *% (low & (h +% t));
      d := both *% (low & (t +% (e >> 2 ^ e >> 13 ^ e >> 22) +% (e & f | g & (e | f))));
      w13 := both *% (low & (w13 +% (w14 >> 7 ^ w14 >> 18 ^ (low & w14) >> 3) +% w6 +% (w11 >> 17 ^ w11 >> 19 ^ (low & w11) >> 10)));
      t := c +% (h >> 6 ^ h >> 11 ^ h >> 25) +% (b ^ (h & (a ^ b))) +% 0xa4506ceb +% w13;
      g := both *% (low & (g +% t));
      c := both *% (low & (t +% (d >> 2 ^ d >> 13 ^ d >> 22) +% (d & e | f & (d | e))));
      w14 := both *% (low & (w14 +% (w15 >> 7 ^ w15 >> 18 ^ (low & w15) >> 3) +% w7 +% (w12 >> 17 ^ w12 >> 19 ^ (low & w12) >> 10)));
      t := b +% (g >> 6 ^ g >> 11 ^ g >> 25) +% (a ^ (g & (h ^ a))) +% 0xbef9a3f7 +% w14;
      f := both *% (low & (f +% t));
      b := both *% (low & (t +% (c >> 2 ^ c >> 13 ^ c >> 22) +% (c & d | e & (c | d))));
      w15 := both *% (low & (w15 +% (w0 >> 7 ^ w0 >> 18 ^ (low & w0) >> 3) +% w8 +% (w13 >> 17 ^ w13 >> 19 ^ (low & w13) >> 10)));
      t := a +% (f >> 6 ^ f >> 11 ^ f >> 25) +% (h ^ (f & (g ^ h))) +% 0xc67178f2 +% w15;
      e := both *% (low & (e +% t));
      a := both *% (low & (t +% (b >> 2 ^ b >> 13 ^ b >> 22) +% (b & c | d & (b | c))));
      a := both *% (low & (a +% a0));
      b := both *% (low & (b +% b0));
      c := both *% (low & (c +% c0));
      d := both *% (low & (d +% d0));
      e := both *% (low & (e +% e0));
      f := both *% (low & (f +% f0));
      g := both *% (low & (g +% g0));
      h := both *% (low & (h +% h0));
      at +%= 64;
      left -%= 1;
    };
    state[0] := Prim.nat64ToNat32(low & a);
    state[1] := Prim.nat64ToNat32(low & b);
    state[2] := Prim.nat64ToNat32(low & c);
    state[3] := Prim.nat64ToNat32(low & d);
    state[4] := Prim.nat64ToNat32(low & e);
    state[5] := Prim.nat64ToNat32(low & f);
    state[6] := Prim.nat64ToNat32(low & g);
    state[7] := Prim.nat64ToNat32(low & h);
  };
}
