// Which paths of the certified state a request may read, in the replica's words.

import { principalText } from "./bytes.mjs";
import { MAX_PATHS, MAX_PATH_LABELS, RequestError } from "./requestcheck.mjs";

const REQUEST_MEMBERS = ["status", "reply", "reject_code", "reject_message", "error_code"];
const CANISTER_MEMBERS = ["module_hash", "controllers", "canister_creation_timestamp", "last_install_timestamp"];

class PathChecker {
  /// `place`: {canister} or {subnet}, the id in the URL, and the endpoint's `version`.
  constructor(network, request, place) {
    this.network = network;
    this.request = request;
    this.place = place;
    this.requestId = undefined;
  }

  check(path) {
    const [first, ...rest] = path;
    const name = first.toString("latin1");
    if (name === "time" && rest.length === 0) return;
    if (name === "subnet") this.subnet(rest);
    else if (name === "canister_ranges" && this.place.subnet && rest.length >= 1) return;
    else if (name === "api_boundary_nodes") return;
    else if (name === "request_status" && this.place.canister) this.requestStatus(rest);
    else if (name === "canister" && this.place.canister) this.canister(rest);
    else throw invalidPath();
  }

  subnet([, ...rest]) {
    const member = rest[0]?.toString("latin1");
    const known = ["public_key", "type", "node", "canister_ranges", "metrics"];
    if (rest.length > 0 && !known.includes(member)) throw invalidPath();
    if (rest.length > 1 && member !== "node") throw invalidPath();
  }

  canister([id, ...rest]) {
    if (!id || rest.length === 0) throw invalidPath();
    if (!id.equals(this.place.canister)) {
      throw new RequestError(
        400,
        `Effective principal id in URL ${principalText(this.place.canister)} does not match requested principal id: ${principalText(id)}.`,
      );
    }
    const member = rest[0].toString("latin1");
    if (rest.length === 1 && CANISTER_MEMBERS.includes(member)) return;
    if (rest.length !== 2 || member !== "metadata") throw invalidPath();
    this.metadata(id, rest[1].toString("utf8"));
  }

  metadata(id, name) {
    const canister = this.network.find(id);
    const section = canister?.metadata.find((entry) => entry.name === name);
    if (section && !section.public && !canister.isController(this.request.sender)) {
      throw new RequestError(403, `Custom section ${name} can only be requested by the controllers of the canister.`);
    }
  }

  requestStatus([id, ...rest]) {
    if (!id || rest.length > 1) throw invalidPath();
    if (id.length !== 32) {
      throw new RequestError(400, "Invalid request id in paths. Maybe the request ID is not of 32 bytes in length?!");
    }
    if (rest.length === 1 && !REQUEST_MEMBERS.includes(rest[0].toString("latin1"))) throw invalidPath();
    if (this.requestId && !this.requestId.equals(id)) {
      throw new RequestError(
        400,
        `More than one non-unique request ID exists in request_status paths: 0x${this.requestId.toString("hex")} and 0x${id.toString("hex")}.`,
      );
    }
    this.requestId = id;
    this.ownRequest(this.network.ingress.get(id.toString("hex")));
  }

  ownRequest(entry) {
    if (!entry) return;
    if (!entry.sender.equals(this.request.sender)) {
      throw new RequestError(403, "The user tries to access Request ID not signed by the caller.");
    }
    const { targets } = this.request;
    if (targets && !targets.some((target) => target.equals(entry.canisterId))) {
      throw new RequestError(
        403,
        "The user tries to access request IDs for canisters not belonging to sender delegation targets.",
      );
    }
  }
}

function invalidPath() {
  return new RequestError(404, "Invalid path requested.");
}

/// The paths of a checked read_state request; throws RequestError for one that it may not read.
export function checkPaths(network, request, place) {
  const paths = request.content.get("paths");
  if (paths.length > MAX_PATHS) {
    throw new RequestError(
      400,
      `Too many paths in read state request: got ${paths.length} paths, but at most ${MAX_PATHS} are allowed`,
    );
  }
  const long = paths.find((path) => path.length > MAX_PATH_LABELS);
  if (long) {
    throw new RequestError(
      400,
      `At least one path in read state request is too deep: got ${long.length} labels, but at most ${MAX_PATH_LABELS} are allowed`,
    );
  }
  const checker = new PathChecker(network, request, place);
  for (const path of paths) {
    if (path.length === 0) throw invalidPath();
    checker.check(path);
  }
  return paths;
}
