// What the Sheaf canister is told when it is installed: who may claim it, and who may join.

import { randomBytes } from "node:crypto";
import { IDL } from "@icp-sdk/core/candid";
import { sha256 } from "./bytes.mjs";

export const REGISTRATIONS = ["single_owner", "invite_only", "open"];

const InstallArgs = IDL.Opt(
  IDL.Record({
    claim_hash: IDL.Opt(IDL.Vec(IDL.Nat8)),
    registration: IDL.Opt(IDL.Variant(Object.fromEntries(REGISTRATIONS.map((kind) => [kind, IDL.Null])))),
  }),
);

/// A secret that nobody guesses, for whoever is to own the canister.
export function newClaimSecret() {
  return randomBytes(16).toString("hex");
}

/// The Candid argument. `claimSecret`: text, of which the canister gets the SHA-256 of its UTF-8 bytes; `registration`
/// undefined leaves the canister's own.
export function installArguments({ claimSecret, registration }) {
  const claim_hash = [new Uint8Array(sha256(Buffer.from(claimSecret, "utf8")))];
  return Buffer.from(IDL.encode([InstallArgs], [[{ claim_hash, registration: registration ? [{ [registration]: null }] : [] }]]));
}

/// The argument of an upgrade that leaves owner and registration as they are.
export const NO_CHANGE = Buffer.from(IDL.encode([InstallArgs], [[]]));
