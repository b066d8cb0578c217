// Vectors: FIPS 180-4 examples of NIST; the lengths around a block were made with Python's hashlib.
import Array "mo:core/Array";
import Blob "mo:core/Blob";
import Nat "mo:core/Nat";
import Nat8 "mo:core/Nat8";
import Region "mo:core/Region";
import Text "mo:core/Text";
import Sha256 "../src/Sha256";
import Testing "Testing";

func digest(parts : [Blob]) : Text = debug_show Sha256.digest(parts);

func xs(n : Nat) : Blob = Testing.times(n, "x").encodeUtf8();

Testing.test("the empty message, in no part or in several", func() {
  let expected = debug_show("\E3\B0\C4\42\98\FC\1C\14\9A\FB\F4\C8\99\6F\B9\24\27\AE\41\E4\64\9B\93\4C\A4\95\99\1B\78\52\B8\55" : Blob);
  Testing.same(digest([]), expected);
  Testing.same(digest(["", ""]), expected);
});

Testing.test("one block, cut anywhere", func() {
  let expected = debug_show("\BA\78\16\BF\8F\01\CF\EA\41\41\40\DE\5D\AE\22\23\B0\03\61\A3\96\17\7A\9C\B4\10\FF\61\F2\00\15\AD" : Blob);
  Testing.same(digest(["abc"]), expected);
  Testing.same(digest(["a", "", "bc"]), expected);
});

Testing.test("two blocks because of the padding", func() {
  Testing.same(
    digest(["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"]),
    debug_show("\24\8D\6A\61\D2\06\38\B8\E5\C0\26\93\0C\3E\60\39\A3\3C\E4\59\64\FF\21\67\F6\EC\ED\D4\19\DB\06\C1" : Blob),
  );
});

Testing.test("four hundred and forty-eight bits more", func() {
  Testing.same(
    digest(["abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"]),
    debug_show("\CF\5B\16\A7\78\AF\83\80\03\6C\E5\9E\7B\04\92\37\0B\24\9B\11\E8\F0\7A\51\AF\AC\45\03\7A\FE\E9\D1" : Blob),
  );
});

Testing.test("a million times a", func() {
  let thousand = Blob.fromArray(Array.repeat<Nat8>(0x61, 1_000));
  Testing.same(
    digest(Array.repeat<Blob>(thousand, 1_000)),
    debug_show("\CD\C7\6E\5C\99\14\FB\92\81\A1\C7\E2\84\D7\3E\67\F1\80\9A\48\A4\97\20\0E\04\6D\39\CC\C7\11\2C\D0" : Blob),
  );
});

Testing.test("every length around a block", func() {
  Testing.same(digest([xs(55)]), debug_show("\D5\E2\85\68\3C\D4\EF\C0\2D\02\1A\5C\62\01\46\94\95\89\01\00\5D\6F\71\E8\9E\09\89\FA\C7\7E\40\72" : Blob));
  Testing.same(digest([xs(56)]), debug_show("\04\C2\62\61\37\0E\E7\54\15\49\D1\6D\EE\32\0C\72\3E\3F\D1\46\71\E6\6A\09\9A\FE\0A\37\7C\16\88\8E" : Blob));
  Testing.same(digest([xs(63)]), debug_show("\75\22\0B\47\21\82\78\E6\56\F2\01\3B\B8\F0\C4\55\A2\5E\AF\01\E8\6C\64\92\4E\9D\48\D8\97\76\D6\F2" : Blob));
  Testing.same(digest([xs(64)]), debug_show("\7C\E1\00\97\1F\64\E7\00\1E\8F\E5\A5\19\73\EC\DF\E1\CE\D4\2B\EF\E7\EE\8D\5F\D6\21\95\06\B5\39\3C" : Blob));
  Testing.same(digest([xs(65)]), debug_show("\95\37\C5\FD\F1\20\48\2F\7D\58\D2\5E\9E\D5\83\F5\2C\02\B4\E3\04\EA\81\4D\B1\63\3A\D5\65\AE\D7\E9" : Blob));
  Testing.same(digest([xs(119)]), debug_show("\00\0B\48\D4\ED\F0\FA\7B\EE\3C\62\36\EC\D2\78\5B\AA\5D\B4\EE\B8\BB\54\34\1B\02\9E\0D\9F\A5\FB\0C" : Blob));
  Testing.same(digest([xs(120)]), debug_show("\13\F0\5A\0B\59\47\87\F5\EC\D3\15\ED\C9\61\41\BD\32\43\20\3D\1B\7D\4F\08\36\F3\73\08\B2\76\BA\98" : Blob));
});

Testing.test("from stable memory as from a blob, whatever the length and the place", func() {
  let region = Region.new();
  ignore region.grow(1);
  let bytes = Blob.fromArray(Array.tabulate<Nat8>(1_000, func i = Nat8.fromNat(i * i % 251)));
  for (size in [0, 1, 7, 55, 56, 63, 64, 65, 127, 128, 200, 1_000].values()) {
    let part = Blob.fromArray(bytes.toArray().sliceToArray(0, size));
    for (offset in [0, 3, 65_536 - size : Nat].values()) {
      // Not even nothing can be written at the very end of a region.
      if (size > 0) region.storeBlob(offset.toNat64(), part);
      Testing.same(debug_show Sha256.ofRegion(region, offset.toNat64(), size.toNat64()), digest([part]));
    };
  };
});
