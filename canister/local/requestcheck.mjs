// What a replica checks of a signed request before anything is done with it: shape, expiry, sender,
// delegations, signatures. Order and words follow the replica's validator.

import { compareBytes, principalText, selfAuthenticating } from "./bytes.mjs";
import { CborError, decodeCbor } from "./cbor.mjs";
import { hashOfMap } from "./requestid.mjs";

const MINUTE = 60n * 10n ** 9n;
const MAX_EXPIRY = 5n * MINUTE + MINUTE / 2n;
const MAX_NONCE = 32;
const MAX_DELEGATIONS = 20;
const MAX_TARGETS = 1000;
export const MAX_PATHS = 1000;
export const MAX_PATH_LABELS = 127;
const ANONYMOUS = Buffer.of(4);

const separated = (name) => Buffer.concat([Buffer.of(name.length), Buffer.from(name)]);
const REQUEST = separated("ic-request");
const DELEGATION = separated("ic-request-auth-delegation");

/// A refusal: an HTTP status and one line of plain text.
export class RequestError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const isBytes = (value) => value instanceof Uint8Array;
const isNatural = (value) => typeof value === "bigint";
const isText = (value) => typeof value === "string";
const isPrincipal = (value) => isBytes(value) && value.length <= 29;

const FIELDS = {
  common: { request_type: isText, sender: isPrincipal, ingress_expiry: isNatural },
  call: { canister_id: isPrincipal, method_name: isText, arg: isBytes },
  query: { canister_id: isPrincipal, method_name: isText, arg: isBytes },
  read_state: {
    paths: (value) => Array.isArray(value) && value.every((path) => Array.isArray(path) && path.every(isBytes)),
  },
};

function malformed(what) {
  return new RequestError(400, `Unable to parse request: ${what}`);
}

function requireFields(map, fields) {
  for (const [name, valid] of Object.entries(fields)) {
    if (!map.has(name)) throw malformed(`missing field \`${name}\``);
    if (!valid(map.get(name))) throw malformed(`invalid type of field \`${name}\``);
  }
}

/// Decodes an envelope whose content must be of `type`: {content, id, sender, expiry, pubkey, signature,
/// delegations}. Nothing is verified yet.
export function parseEnvelope(body, type) {
  const envelope = decodeBody(body);
  const content = envelope.get("content");
  if (!(content instanceof Map)) throw malformed("missing field `content`");
  requireFields(content, FIELDS.common);
  if (content.get("request_type") !== type) {
    throw malformed(`unknown variant \`${content.get("request_type")}\`, expected \`${type}\``);
  }
  requireFields(content, FIELDS[type]);
  const nonce = content.get("nonce");
  if (nonce !== undefined && !isBytes(nonce)) throw malformed("invalid type of field `nonce`");
  return {
    content,
    id: hashOfMap(content),
    sender: content.get("sender"),
    expiry: content.get("ingress_expiry"),
    pubkey: optionalBytes(envelope, "sender_pubkey"),
    signature: optionalBytes(envelope, "sender_sig"),
    delegations: delegationsOf(envelope),
  };
}

function decodeBody(body) {
  try {
    const envelope = decodeCbor(body);
    if (envelope instanceof Map) return envelope;
    throw malformed("not a map");
  } catch (error) {
    if (error instanceof CborError) throw malformed(error.message);
    throw error;
  }
}

function optionalBytes(map, name) {
  const value = map.get(name) ?? undefined;
  if (value !== undefined && !isBytes(value)) throw malformed(`invalid type of field \`${name}\``);
  return value;
}

function delegationsOf(envelope) {
  const links = envelope.get("sender_delegation") ?? [];
  if (!Array.isArray(links)) throw malformed("invalid type of field `sender_delegation`");
  return links.map((link) => {
    const delegation = link instanceof Map ? link.get("delegation") : undefined;
    if (!(delegation instanceof Map)) throw malformed("missing field `delegation`");
    requireFields(delegation, { pubkey: isBytes, expiration: isNatural });
    requireFields(link, { signature: isBytes });
    const targets = delegation.get("targets") ?? undefined;
    if (targets !== undefined && !(Array.isArray(targets) && targets.every(isPrincipal))) {
      throw malformed("invalid type of field `targets`");
    }
    return {
      delegation,
      targets,
      pubkey: delegation.get("pubkey"),
      expiration: delegation.get("expiration"),
      permissions: delegation.get("permissions") ?? undefined,
      signature: link.get("signature"),
    };
  });
}

/// Verifies a parsed request at `now` (ns). Returns the canisters that it may reach: undefined for all,
/// else an array of principals. Throws RequestError.
export function checkRequest(request, type, now, verifier) {
  const anonymous = request.sender.equals(ANONYMOUS);
  if (type === "call" || !anonymous) checkExpiry(request.expiry, now);
  const nonce = request.content.get("nonce");
  if (nonce?.length > MAX_NONCE) {
    throw new RequestError(
      400,
      `Nonce in request is too big: got ${nonce.length} bytes, but at most ${MAX_NONCE} are allowed`,
    );
  }
  if (anonymous) {
    if (request.pubkey || request.signature) {
      throw new RequestError(400, "Signature is not allowed for the anonymous user");
    }
    return undefined;
  }
  if (!request.pubkey || !request.signature) {
    throw new RequestError(400, `Missing signature from user: ${principalText(request.sender)}`);
  }
  return checkSigned(request, type, now, verifier);
}

function checkExpiry(expiry, now) {
  if (expiry >= now && expiry <= now + MAX_EXPIRY) return;
  throw new RequestError(
    400,
    "Invalid request expiry: Specified ingress_expiry not within expected range: " +
      `Minimum allowed expiry: ${utc(now)}, Maximum allowed expiry: ${utc(now + MAX_EXPIRY)}, Provided expiry:        ${utc(expiry)}`,
  );
}

function utc(ns) {
  const date = new Date(Number(ns / 1_000_000n));
  if (Number.isNaN(date.getTime())) return `${ns} ns`;
  return `${date.toISOString().slice(0, 19).replace("T", " ")}.${String(ns % 1_000_000_000n).padStart(9, "0")} UTC`;
}

function checkSigned(request, type, now, verifier) {
  const { sender, pubkey, delegations } = request;
  if (!selfAuthenticating(pubkey).equals(sender)) {
    throw new RequestError(
      400,
      `The user id ${principalText(sender)} does not match the public key ${pubkey.toString("hex")}`,
    );
  }
  checkChainShape(delegations, pubkey, now);
  const { key, targets, permissions } = followChain(delegations, pubkey, verifier);
  const problem = verifier.problem(key, Buffer.concat([REQUEST, request.id]), request.signature);
  if (problem) throw new RequestError(400, `Invalid signature: ${problem}`);
  if (type === "call" && permissions.includes("queries")) {
    throw new RequestError(400, "Invalid delegation: the delegation does not permit update calls");
  }
  const canister = request.content.get("canister_id");
  if (canister && targets && !targets.some((target) => target.equals(canister))) {
    throw new RequestError(400, `Canister ${principalText(canister)} is not one of the delegation targets`);
  }
  return targets;
}

function checkChainShape(delegations, pubkey, now) {
  if (delegations.length > MAX_DELEGATIONS) {
    throw invalidDelegation(
      `Chain of delegations is too long: got ${delegations.length} delegations, but at most ${MAX_DELEGATIONS} are allowed`,
    );
  }
  const late = delegations.find(({ expiration }) => expiration < now);
  if (late) {
    throw new RequestError(
      400,
      `Invalid delegation expiry: Specified sender delegation has expired: Provided expiry: ${utc(late.expiration)}, Local replica time: ${utc(now)}`,
    );
  }
  const seen = [pubkey];
  for (const { pubkey: next } of delegations) {
    if (seen.some((key) => compareBytes(key, next) === 0)) {
      throw invalidDelegation(
        `Chain of delegations contains at least one cycle: first repeating public key encountered ${next.toString("hex")}`,
      );
    }
    seen.push(next);
  }
}

function invalidDelegation(what) {
  return new RequestError(400, `Invalid delegation: ${what}`);
}

function followChain(delegations, pubkey, verifier) {
  let key = pubkey;
  let targets;
  const permissions = [];
  for (const link of delegations) {
    if (link.targets?.length > MAX_TARGETS) {
      throw invalidDelegation(`Number of targets (${link.targets.length}) exceeds the limit of ${MAX_TARGETS}`);
    }
    const problem = verifier.problem(key, Buffer.concat([DELEGATION, hashOfMap(link.delegation)]), link.signature);
    if (problem) throw invalidDelegation(problem);
    if (link.permissions !== undefined) {
      if (link.permissions !== "queries" && link.permissions !== "all") {
        throw invalidDelegation(`unknown permissions ${link.permissions}`);
      }
      permissions.push(link.permissions);
    }
    if (link.targets) targets = targets ? targets.filter((a) => link.targets.some((b) => a.equals(b))) : link.targets;
    key = link.pubkey;
  }
  return { key, targets, permissions };
}
