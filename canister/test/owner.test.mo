// What the owner sees and sets.
import Iter "mo:core/Iter";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Principal "mo:core/Principal";
import Community "../src/Community";
import Door "../src/Door";
import Limits "../src/Limits";
import Owner "../src/Owner";
import Secrets "../src/Secrets";
import Testing "Testing";
import Types "../src/Types";

let { same; test; times } = Testing;

let now = Testing.epoch;

func person(n : Nat) : Principal = Principal.fromBlob(Testing.revision(n));

let owner = person(1);

func usage(user : Principal) : Owner.Usage {
  if (user == person(2)) ({ rows = 3; bytes = 400; chunkBytes = 50 }) else ({ rows = 0; bytes = 0; chunkBytes = 0 })
};

func canister(users : Nat) : Community.Community {
  let community = Community.start(null, Nat.range(2, users + 2).map(person), now);
  Community.appoint(community, owner, now);
  community
};

func page(community : Community.Community, after : ?Principal, max : Nat64) : Text {
  switch (Owner.users(community, { after; max }, usage)) {
    case (#ok { users; more }) users.size().toText() # (if more " and more" else "");
    case (#err error) debug_show error;
  }
};

test("only the owner and controllers, never anonymous ones", func() {
  let community = canister(1);
  same(debug_show Owner.may(community, owner, false), "null");
  same(debug_show Owner.may(community, person(2), false), "?(#not_owner)");
  same(debug_show Owner.may(community, person(9), true), "null");
  same(debug_show Owner.may(community, Principal.anonymous(), true), "?(#anonymous)");
});

test("users come in pages, each once", func() {
  let community = canister(450);
  same(page(community, null, 0), debug_show(#bad_argument "max"));
  same(page(community, null, 1_000), "200 and more");
  let seen = Iter.toArray(Nat.range(1, 452).map(person));
  var after : ?Principal = null;
  var count = 0;
  loop {
    let #ok { users; more } = Owner.users(community, { after; max = 200 }, usage) else return assert false;
    for (user in users.values()) {
      same(debug_show user.user, debug_show seen[count]);
      after := ?user.user;
      count += 1;
    };
    if (not more) return same(debug_show count, "451");
  };
});

test("a page goes on behind a user who was removed meanwhile", func() {
  let community = canister(3);
  Owner.remove(community, person(2));
  same(page(community, ?person(2), 10), "2");
  same(page(community, ?person(4), 10), "0");
});

test("a user as the owner sees and sets it", func() {
  let community = canister(1);
  let set = { user = person(2); quota_bytes = ?1_000 : ?Nat64; suspended = ?true; note = ?"Bob" };
  let shown : Types.User = {
    user = person(2);
    joined = now;
    last_seen = now;
    rows = 3;
    bytes = 400;
    chunk_bytes = 50;
    quota_bytes = 1_000;
    suspended = true;
    owner = false;
    note = "Bob";
  };
  same(debug_show Owner.setUser(community, set, usage), debug_show(#ok shown));
  let nothing = { user = person(2); quota_bytes = null; suspended = null; note = null };
  same(debug_show Owner.setUser(community, nothing, usage), debug_show(#ok shown));
  same(debug_show Owner.setUser(community, { nothing with quota_bytes = ?0 : ?Nat64; suspended = ?false }, usage), debug_show(#ok { shown with suspended = false; quota_bytes = Limits.defaultQuotaBytes.toNat64() }));
});

test("what cannot be set of a user, and then nothing is set", func() {
  let community = canister(1);
  func refused(args : Types.SetUserArgs, word : Types.AdminError) {
    same(debug_show Owner.setUser(community, args, usage), debug_show(#err word));
  };
  let good : Types.SetUserArgs = { user = person(2); quota_bytes = ?5; suspended = ?true; note = ?"note" };
  refused({ good with user = person(9) }, #not_found);
  refused({ good with quota_bytes = ?(Limits.quotaBytesMost.toNat64() + 1) }, #bad_argument "quota_bytes");
  refused({ good with note = ?times(257, "x") }, #bad_argument "note");
  refused({ good with note = ?"two\nlines" }, #bad_argument "note");
  refused({ good with user = owner }, #bad_argument "suspended");
  same(debug_show Community.isSuspended(community, person(2)), "false");
});

test("settings: bounds, and all or none", func() {
  let community = canister(0);
  let good : Types.Settings = {
    registration = #open;
    default_quota_bytes = 1;
    max_users = 10_000;
    updates_per_minute = 6_000;
    low_cycles = 0;
  };
  let before = debug_show Owner.current(community);
  let bad : [(Types.Settings, Text)] = [
    ({ good with default_quota_bytes = 0 }, "default_quota_bytes"),
    ({ good with default_quota_bytes = 1_099_511_627_777 }, "default_quota_bytes"),
    ({ good with max_users = 0 }, "max_users"),
    ({ good with max_users = 10_001 }, "max_users"),
    ({ good with updates_per_minute = 0 }, "updates_per_minute"),
    ({ good with updates_per_minute = 6_001 }, "updates_per_minute"),
    ({ good with low_cycles = Limits.lowCyclesMost + 1 }, "low_cycles"),
  ];
  for ((wanted, field) in bad.values()) {
    same(debug_show Owner.setSettings(community, wanted), debug_show(#err(#bad_argument field)));
    same(debug_show Owner.current(community), before);
  };
  same(debug_show Owner.setSettings(community, good), debug_show(#ok good));
});

test("removing takes two steps and never the owner", func() {
  let community = canister(1);
  same(debug_show Owner.mayRemove(community, person(9)), "?(#not_found)");
  same(debug_show Owner.mayRemove(community, person(2)), debug_show(?#bad_argument "not_suspended"));
  same(debug_show Owner.mayRemove(community, owner), debug_show(?#bad_argument "not_suspended"));
  ignore Owner.setUser(community, { user = person(2); quota_bytes = null; suspended = ?true; note = null }, usage);
  same(debug_show Owner.mayRemove(community, person(2)), "null");
});

test("invites: what cannot be", func() {
  let community = canister(0);
  let good : Types.CreateInviteArgs = { hash = Secrets.hash("code"); note = ""; expires = now + 1 };
  func refused(args : Types.CreateInviteArgs, field : Text) {
    same(debug_show Owner.createInvite(community, args, now), debug_show(#err(#bad_argument field)));
  };
  refused({ good with hash = "code" }, "hash");
  refused({ good with note = times(257, "x") }, "note");
  refused({ good with expires = now }, "expires");
  refused({ good with expires = now + Limits.inviteLifeNs + 1 }, "expires");
});

test("the owner passes it on and is a member from then on", func() {
  let community = canister(1);
  ignore Owner.setUser(community, { user = person(2); quota_bytes = null; suspended = ?true; note = null }, usage);
  same(debug_show Owner.setOwner(community, Principal.anonymous(), now), debug_show(#err(#bad_argument "principal")));
  same(debug_show Owner.setOwner(community, person(2), now), "#ok");
  same(debug_show Community.about(community, person(2)), debug_show { Community.about(community, owner) with owner = true });
  same(debug_show Community.isOwner(community, owner), "false");
});

test("the door lets in whoever a method could answer", func() {
  let community = canister(2);
  Community.admit(community, person(3), now).suspended := true;
  func admits(who : Nat, isController : Bool, purpose : Door.Purpose, argBytes : Nat) : Bool {
    let caller = if (who == 0) Principal.anonymous() else person(who);
    Door.admits(community, { caller; isController; argBytes; now }, purpose)
  };
  func who(purpose : Door.Purpose) : Text {
    var names = "";
    for ((n, name) in [(0, "anonymous "), (1, "owner "), (2, "member "), (3, "suspended "), (9, "stranger ")].values()) {
      if (admits(n, false, purpose, 10)) names #= name;
      assert not admits(n, false, purpose, 11);
    };
    if (admits(9, true, purpose, 10)) names #= "controller";
    assert not admits(0, true, purpose, 10);
    names
  };
  same(who(#look 10), "owner controller");
  same(who(#ask 10), "owner member suspended ");
  same(who(#write 10), "owner member ");
  same(who(#leave 10), "owner member suspended ");
  same(who(#claim 10), "owner member suspended ");
  same(who(#join 10), "owner member suspended ");
  same(who(#owner 10), "owner controller");
  same(who(#controller 10), "controller");

  ignore Owner.setClaimHash(community, Secrets.hash("a secret of a controller"));
  community.settings.registration := #open;
  same(who(#ask 10), "owner member suspended stranger controller");
  same(who(#write 10), "owner member stranger controller");
  same(who(#leave 10), "owner member suspended ");
  same(who(#claim 10), "owner member suspended stranger controller");
  same(who(#join 10), "owner member suspended ");
  let args = { hash = Secrets.hash("a code"); note = ""; expires = now + 1 };
  ignore Owner.createInvite(community, args, now);
  same(who(#join 10), "owner member suspended stranger controller");
});

test("the door refuses whoever goes on after being told to wait", func() {
  let community = canister(1);
  func admitted(at : Nat64) : Bool {
    Door.admits(community, { caller = person(2); isController = false; argBytes = 0; now = at }, #write 10)
  };
  var answered = 0;
  while (admitted(now)) {
    ignore Community.mayWrite(community, person(2), now);
    answered += 1;
  };
  same(debug_show answered, debug_show(1_200 + Limits.overdraft));
  same(debug_show admitted(now + 1_000_000_000), "true");
});
