// Who is a member, and how one becomes one.
import Array "mo:core/Array";
import Iter "mo:core/Iter";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Principal "mo:core/Principal";
import Community "../src/Community";
import Owner "../src/Owner";
import Secrets "../src/Secrets";
import Testing "Testing";
import Types "../src/Types";

let { same; test } = Testing;

let now = Testing.epoch;
let second : Nat64 = 1_000_000_000;
let secret : Blob = "correct horse battery";
let nobody = Principal.anonymous();

func person(n : Nat) : Principal = Principal.fromBlob(Testing.revision(n));

func canister(registration : Types.Registration) : Community.Community {
  let install = ?{ claim_hash = ?Secrets.hash(secret); registration = ?registration };
  let community = Community.start(install, Iter.empty(), now);
  Community.heed(community, install);
  community
};

func claimed(registration : Types.Registration) : Community.Community {
  let community = canister(registration);
  same(debug_show Community.claim(community, person(1), secret, now), "#ok");
  community
};

func invite(community : Community.Community, code : Blob, expires : Nat64) : Types.Invite {
  let args = { hash = Secrets.hash(code); note = "for Bob"; expires };
  let #ok(made) = Owner.createInvite(community, args, now) else loop assert false;
  made
};

func join(community : Community.Community, who : Nat, code : Blob, at : Nat64) : Text {
  debug_show Community.join(community, person(who), code, at)
};

test("without an argument nobody is let in, and nobody can claim", func() {
  let community = Community.start(null, Iter.empty(), now);
  Community.heed(community, null);
  same(debug_show Community.mayRead(community, person(1)), "?(#not_member)");
  same(debug_show Community.mayWrite(community, person(1), now), "?(#not_member)");
  same(debug_show Community.claim(community, person(1), secret, now), "#no_secret");
});

test("people who had a space before there were members are members", func() {
  let community = Community.start(null, [person(1), person(2)].values(), now);
  same(debug_show Community.mayWrite(community, person(1), now), "null");
  same(debug_show Community.mayWrite(community, person(3), now), "?(#not_member)");
  same(debug_show Community.about(community, person(2)), debug_show({
    interface = 2 : Nat16;
    protocol = 1 : Nat16;
    claimed = false;
    claim_open = false;
    registration = #single_owner : Types.Registration;
    member = true;
    owner = false;
    suspended = false;
  }));
});

test("an upgrade's registration is not heeded, its claim secret is", func() {
  let community = claimed(#invite_only);
  Community.heed(community, ?{ claim_hash = ?Secrets.hash(secret); registration = ?#open });
  same(debug_show community.settings.registration, "#invite_only");
  same(debug_show Community.about(community, nobody).claim_open, "false");
  Community.heed(community, ?{ claim_hash = ?Secrets.hash("another secret, newer"); registration = null });
  same(debug_show Community.about(community, nobody).claim_open, "true");
  same(debug_show Community.isOwner(community, person(1)), "true");
  same(debug_show Community.claim(community, person(2), "another secret, newer", now), "#ok");
  same(debug_show Community.isOwner(community, person(1)), "false");
  same(debug_show Community.isMember(community, person(1)), "true");
});

test("claiming: once, repeatable by the owner, never anonymous", func() {
  let community = canister(#single_owner);
  same(debug_show Community.claim(community, nobody, secret, now), "#err(#anonymous)");
  same(debug_show Community.claim(community, person(1), "short", now), debug_show(#err(#bad_argument "secret")));
  same(debug_show Community.claim(community, person(2), "a wrong secret, long", now), debug_show(#wrong_secret { tries_left = 9 : Nat64 }));
  same(debug_show Community.claim(community, person(1), secret, now), debug_show(#err(#busy { retry_after_ns = second })));
  same(debug_show Community.claim(community, person(1), secret, now + second), "#ok");
  same(debug_show Community.claim(community, person(1), secret, now + second), "#ok");
  same(debug_show Community.claim(community, person(2), secret, now + second), "#already_claimed");
  same(debug_show Community.mayWrite(community, person(1), now), "null");
  same(debug_show Community.mayWrite(community, person(2), now), "?(#not_member)");
});

test("an invite lets one in, once, until it expires", func() {
  let community = claimed(#invite_only);
  let { id } = invite(community, "the code for Bob", now + 100 * second);
  same(join(community, 2, "another code, wrong", now), "#wrong_invite");
  same(join(community, 2, "the code for Bob", now + 100 * second), "#wrong_invite");
  same(join(community, 2, "the code for Bob", now + 99 * second), "#ok");
  same(join(community, 2, "the code for Bob", now + 99 * second), "#ok");
  same(join(community, 3, "the code for Bob", now + 99 * second), "#wrong_invite");
  same(debug_show Owner.invites(community)[0].used_by, debug_show(?person(2)));
  same(debug_show Community.mayWrite(community, person(2), now), "null");
  same(debug_show Owner.revokeInvite(community, id), "#ok");
  same(debug_show Owner.revokeInvite(community, id), debug_show(#err(#not_found)));
  ignore invite(community, "a code that is revoked", now + second);
  same(debug_show Owner.revokeInvite(community, 2), "#ok");
  same(join(community, 3, "a code that is revoked", now), "#wrong_invite");
});

test("no invite opens a canister that has one owner, nor a full one", func() {
  let community = claimed(#invite_only);
  ignore invite(community, "the code for Bob", now + second);
  community.settings.registration := #single_owner;
  same(join(community, 2, "the code for Bob", now), "#err(#not_member)");
  community.settings.registration := #invite_only;
  community.settings.maxUsers := 1;
  same(join(community, 2, "the code for Bob", now), "#full");
  community.settings.maxUsers := 2;
  same(join(community, 2, "the code for Bob", now), "#ok");
});

test("a hundred invites; used and expired ones make room", func() {
  let community = claimed(#invite_only);
  func code(n : Nat) : Blob = Testing.revision(n);
  func add(n : Nat, expires : Nat64) : Text {
    switch (Owner.createInvite(community, { hash = Secrets.hash(code(n)); note = ""; expires }, now + second)) {
      case (#ok { id }) id.toText();
      case (#err error) debug_show error;
    }
  };
  for (n in Nat.range(1, 101)) same(add(n, now + 10 * second), n.toText());
  same(add(7, now + 10 * second), "7");
  same(add(101, now + 10 * second), debug_show(#bad_argument "too_many_invites"));
  same(join(community, 2, code(50), now), "#ok");
  same(add(101, now + 10 * second), "101");
  same(debug_show Owner.invites(community).size(), "100");
  same(debug_show Owner.invites(community).any(func invite = invite.id == 50), "false");
});

test("an open canister lets newcomers write until it is full", func() {
  let community = claimed(#open);
  same(debug_show Community.mayWrite(community, person(2), now), "null");
  same(debug_show Community.isMember(community, person(2)), "false");
  community.settings.maxUsers := 1;
  same(debug_show Community.mayWrite(community, person(2), now), debug_show(?#space_limit { limit = 1 : Nat64 }));
  same(debug_show Community.mayRead(community, person(2)), "null");
  same(debug_show Community.mayWrite(community, person(1), now), "null");
  same(debug_show Community.mayRead(community, nobody), "?(#anonymous)");
});

test("a suspended member reads and does not write", func() {
  let community = claimed(#open);
  Community.admit(community, person(2), now).suspended := true;
  same(debug_show Community.mayRead(community, person(2)), "null");
  same(debug_show Community.mayAsk(community, person(2), now), "null");
  same(debug_show Community.mayWrite(community, person(2), now), "?(#suspended)");
  same(debug_show Community.terms(community, person(2)).suspended, "true");
});

test("the pace of one member is not another's, and newcomers share one", func() {
  let community = claimed(#open);
  ignore Community.admit(community, person(2), now);
  func write(who : Nat) : Bool = Community.mayWrite(community, person(who), now) == null;
  for (_ in Nat.range(0, 1_199)) same(debug_show write(1), "true"); // claiming was one
  same(debug_show write(1), "true");
  same(debug_show write(1), "false");
  same(debug_show write(2), "true");
  for (n in Nat.range(0, 199)) same(debug_show write(10 + n), "true");
  same(debug_show write(3), "false");
  same(debug_show write(2), "true");
});
