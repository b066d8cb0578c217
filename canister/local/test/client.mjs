// The JavaScript agent as a client of the local network, and the Candid interface of fixtures/Sample.mo.

import { Actor, HttpAgent } from "@icp-sdk/core/agent";
import { IDL } from "@icp-sdk/core/candid";
import { Ed25519KeyIdentity } from "@icp-sdk/core/identity";

const { Func, Int, Nat, Nat64, Nat8, Opt, Principal, Service, Text, Vec } = IDL;
const Blob = Vec(Nat8);

export const sampleInterface = () =>
  Service({
    version: Func([], [Nat], []),
    increment: Func([], [Nat], []),
    read: Func([], [Nat], ["query"]),
    incrementInQuery: Func([], [Nat], ["query"]),
    whoAmI: Func([], [Principal], ["query"]),
    whoAmIUpdate: Func([], [Principal], []),
    incrementThenTrap: Func([], [Nat], []),
    rejectWithText: Func([], [Nat], []),
    trapInQuery: Func([], [Nat], ["query"]),
    loopForever: Func([], [], []),
    loopInQuery: Func([], [], ["query"]),
    recurse: Func([Nat], [Nat], ["query"]),
    now: Func([], [Int], ["query"]),
    callSelf: Func([], [Nat], []),
    catchSelf: Func([], [Text], []),
    trapAfterAwait: Func([], [Nat], []),
    random: Func([], [Blob], []),
    startTimer: Func([], [], []),
    startDaily: Func([], [], []),
    balance: Func([], [Nat], ["query"]),
    ownStatus: Func([], [IDL.Record({ cycles: Nat, idle_cycles_burned_per_day: Nat, memory_size: Nat })], []),
    isController: Func([], [IDL.Bool], ["query"]),
    instructions: Func([Nat], [Nat64], ["query"]),
    tickCount: Func([], [Nat], ["query"]),
    addRow: Func([Blob], [Nat], []),
    addRows: Func([Vec(Blob)], [Nat], []),
    row: Func([Nat], [Blob], ["query"]),
    rowCount: Func([], [Nat], ["query"]),
    grow: Func([Nat], [], []),
    regionWrite: Func([Nat64, Blob], [], []),
    regionWriteThenTrap: Func([Nat64, Blob], [], []),
    regionRead: Func([Nat64, Nat], [Blob], ["query"]),
    regionSize: Func([], [Nat64], ["query"]),
    certify: Func([Blob], [], []),
    certificate: Func([], [Opt(Blob)], ["query"]),
    bytes: Func([Nat], [Blob], ["query"]),
    bytesUpdate: Func([Nat], [Blob], []),
    publish: Func([Blob, Text, Text, Blob], [], []),
    missingQuery: Func([], [], ["query"]),
  });

export const notesInterface = () =>
  Service({
    add: Func([Text], [Nat], []),
    all: Func([], [Vec(Text)], ["query"]),
    version: Func([], [Nat], ["query"]),
    missing: Func([], [], []),
  });

/// An identity that is the same for the same number.
export function identity(number) {
  return Ed25519KeyIdentity.generate(new Uint8Array(32).fill(number));
}

/// An agent that verifies everything with the key that the network printed, and retries nothing.
export function agentFor(network, who, more = {}) {
  return HttpAgent.createSync({
    host: network.url,
    rootKey: network.rootKey,
    identity: who,
    verifyQuerySignatures: true,
    retryTimes: 0,
    ...more,
  });
}

export function actorFor(network, service = sampleInterface, who = undefined, more = {}) {
  return Actor.createActor(service, { agent: agentFor(network, who, more), canisterId: network.canisterId });
}
