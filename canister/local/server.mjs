// The HTTP interface of a replica and its boundary node, for one subnet. gateway.mjs serves web pages.

import http from "node:http";
import { principalBytes, principalText } from "./bytes.mjs";
import { Gateway } from "./gateway.mjs";
import { cbor, readBody, send, text } from "./httpanswers.mjs";
import { hashOfMap } from "./requestid.mjs";
import { RequestError, checkRequest, parseEnvelope } from "./requestcheck.mjs";
import { checkPaths } from "./readpaths.mjs";

const BODY_LIMIT = 5 * 2 ** 20;
const INGRESS_LIMIT = 2 * 2 ** 20;
const RESPONSE = Buffer.concat([Buffer.of(11), Buffer.from("ic-response")]);
const ROUTE = /^\/api\/(v[0-9]+)\/(canister|subnet)\/([^/]+)\/(call|query|read_state)$/;
const VERSIONS = { call: ["v2", "v3", "v4"], query: ["v2", "v3"], read_state: ["v2", "v3"] };
const MANAGEMENT = Buffer.alloc(0);
export class Server {
  /// `control`: an optional Control (control.mjs) for tests.
  constructor(network, control) {
    this.network = network;
    this.control = control;
    this.gateway = new Gateway(network);
    this.http = http.createServer((request, response) => this.serve(request, response));
    this.http.keepAliveTimeout = 60_000;
  }

  /// Listens on 127.0.0.1; resolves to the port.
  listen(port) {
    return new Promise((resolve, reject) => {
      this.http.once("error", reject);
      this.http.listen(port, "127.0.0.1", () => resolve(this.http.address().port));
    });
  }

  close() {
    this.http.closeAllConnections();
    return new Promise((resolve) => this.http.close(resolve));
  }

  async serve(request, response) {
    try {
      const reply = await this.answer(request);
      if (reply) send(response, reply);
      else response.destroy();
    } catch (error) {
      console.error(`${request.method} ${request.url}:`, error);
      send(response, text(500, "The local network failed; its standard error says why."));
    }
  }

  /// {status, headers, body}, or undefined to cut the connection.
  async answer(request) {
    const body = await readBody(request, BODY_LIMIT);
    if (body === undefined) return undefined;
    const [pathname] = request.url.split("?", 1);
    if (request.method === "OPTIONS") return { status: 204, headers: {}, body: "" };
    if (this.control && pathname.startsWith("/control/")) return this.control.answer(request.method, pathname, body);
    if (!pathname.startsWith("/api/")) return this.gateway.answer(request, body);
    return this.disturbed(request, pathname, body);
  }

  /// The API's answer, after what tests asked to go wrong.
  async disturbed(request, pathname, body) {
    const route = ROUTE.exec(pathname);
    const rule = this.network.faults.ruleFor(route?.[4] ?? "status");
    if (rule?.do === "dropRequest") return undefined;
    if (rule?.do === "hang") return this.network.faults.released.then(() => undefined);
    if (rule?.do === "status") {
      return {
        ...text(rule.status, rule.body),
        headers: { "content-type": "text/plain; charset=utf-8", ...rule.headers },
      };
    }
    const reply = await this.api(request, pathname, route, body).catch(refusalText);
    this.network.count(route?.[4] ?? "status", body.length, reply.body.length);
    if (rule?.do === "dropReply") return undefined;
    if (rule?.do === "flipBit") return { ...reply, body: withFlippedBit(reply.body, rule.bytes) };
    return rule?.do === "cutBody" ? { ...reply, cut: rule.bytes } : reply;
  }

  async api(request, pathname, route, body) {
    if (pathname === "/api/v2/status" && request.method === "GET") return this.status();
    if (!route || !VERSIONS[route[4]].includes(route[1])) throw new RequestError(404, "not found");
    const [, version, kind, idText, action] = route;
    if (request.method !== "POST") throw new RequestError(405, "method not allowed");
    if (body.length > BODY_LIMIT) {
      throw new RequestError(
        413,
        `error: payload_too_large\ndetails: Payload is too large: maximum body size is ${BODY_LIMIT} bytes.`,
      );
    }
    if (request.headers["content-type"]?.toLowerCase() !== "application/cbor") {
      throw new RequestError(
        400,
        `Unexpected content-type, expected application/cbor, received ${request.headers["content-type"]}`,
      );
    }
    const id = principalBytes(idText);
    if (!id) throw new RequestError(400, `error: malformed_request\ndetails: unable to decode ${kind}_id from URL`);
    if (kind === "subnet") return this.subnetRequest(action, version, id, body);
    this.requireHosted(id, idText);
    if (action === "call") return this.call(version, id, body);
    return action === "query" ? this.query(id, body) : this.readState(version, id, body);
  }

  status() {
    const { authority } = this.network;
    return cbor({
      root_key: authority.root.der,
      replica_health_status: "healthy",
      impl_version: "sheaf-local-network",
      ic_api_version: "0.66.0",
    });
  }

  /// The boundary node knows the canisters by their ranges.
  requireHosted(id, idText) {
    if (!this.network.authority.ownsCanister(id)) {
      throw new RequestError(400, `error: canister_not_found\ndetails: The canister ${idText} does not exist.`);
    }
  }

  check(body, type) {
    const request = parseEnvelope(body, type);
    request.size = body.length;
    request.targets = checkRequest(request, type, this.network.now(), this.network.verifier);
    return request;
  }

  // Update calls.

  async call(version, ecid, body) {
    const request = this.check(body, "call");
    const canister = this.receiver(request, ecid);
    if (body.length > INGRESS_LIMIT) {
      throw new RequestError(
        413,
        `Request 0x${request.id.toString("hex")} is too large. Message byte size ${body.length} is larger than the max allowed ${INGRESS_LIMIT}.`,
      );
    }
    const known = this.network.ingress.get(request.id.toString("hex"));
    if (known) return this.repeated(version, known);
    const refusal = await this.refusal(request, canister);
    if (refusal) return uncertified(version, refusal);
    const entry = this.network.ingress.get(request.id.toString("hex")) ?? this.network.submit(request, canister);
    if (version === "v2") return text(202, "");
    return this.whenDone(version, entry);
  }

  /// The canister that a request goes to: undefined for the management canister.
  receiver(request, ecid) {
    const id = request.content.get("canister_id");
    if (id.equals(MANAGEMENT)) return undefined;
    if (!id.equals(ecid)) {
      throw new RequestError(
        400,
        `Specified CanisterId ${principalText(id)} does not match effective canister id in URL ${principalText(ecid)}`,
      );
    }
    const canister = this.network.find(id);
    if (!canister) {
      throw new RequestError(
        400,
        `error: canister_not_found\ndetails: The canister ${principalText(id)} does not exist.`,
      );
    }
    return canister;
  }

  repeated(version, entry) {
    if (version === "v2") return text(202, "");
    if (entry.response) return this.certifiedAnswer(version, entry);
    return text(202, "Duplicate request. Message is already being tracked and executed.");
  }

  async refusal(request, canister) {
    if (!canister) return undefined;
    const stopped = this.network.refusal(canister);
    if (stopped) return stopped;
    const { content } = request;
    const result = await canister.host.request("inspect", {
      method: content.get("method_name"),
      arg: content.get("arg"),
      caller: request.sender,
      time: this.network.canisterTime(),
      ingressBytes: request.size,
    });
    return result.refusal;
  }

  async whenDone(version, entry) {
    const { syncWaitMs } = this.network.options;
    let timer;
    const timeout = new Promise((resolve) => {
      timer = setTimeout(resolve, syncWaitMs, "late");
    });
    const outcome = await Promise.race([entry.done, timeout]);
    clearTimeout(timer);
    if (outcome === "late") {
      return text(202, "Message did not complete execution and certification within the replica defined timeout.");
    }
    return this.certifiedAnswer(version, entry);
  }

  async certifiedAnswer(version, entry) {
    const layout = version === "v4" ? "sharded" : "flat";
    return cbor({
      status: "replied",
      certificate: await this.network.state.certificate([["request_status", entry.id]], layout),
    });
  }

  // Queries.

  async query(ecid, body) {
    const request = this.check(body, "query");
    const canister = this.receiver(request, ecid);
    const { content } = request;
    const call = { method: content.get("method_name"), arg: content.get("arg"), caller: request.sender };
    const response = canister ? await this.network.query(canister, call) : await this.network.management.query(call);
    return cbor(this.signed(response, request.id));
  }

  signed(response, requestId) {
    const { authority, faults } = this.network;
    const body =
      response.status === "replied"
        ? { status: "replied", reply: { arg: Buffer.from(response.arg) } }
        : {
            status: "rejected",
            reject_code: response.code,
            reject_message: response.message,
            error_code: response.errorCode,
          };
    const timestamp = this.network.now() - faults.queryAgeNs;
    const hash = hashOfMap({ ...body, timestamp, request_id: requestId });
    const signature = authority.node.sign(Buffer.concat([RESPONSE, hash]));
    if (faults.wrongNodeSignature) signature[0] ^= 1;
    return { ...body, signatures: [{ timestamp, signature, identity: authority.node.id }] };
  }

  // Certified state.

  async readState(version, ecid, body) {
    const request = this.check(body, "read_state");
    const paths = checkPaths(this.network, request, { canister: ecid, version });
    return cbor({ certificate: await this.network.state.certificate(paths, version === "v2" ? "flat" : "sharded") });
  }

  async subnetRequest(action, version, id, body) {
    if (!id.equals(this.network.authority.subnetId)) {
      throw new RequestError(400, "error: subnet_not_found\ndetails: The specified subnet cannot be found.");
    }
    if (action !== "read_state") throw new RequestError(404, "not found");
    const request = this.check(body, "read_state");
    const paths = checkPaths(this.network, request, { subnet: id, version });
    return cbor({ certificate: await this.network.state.certificate(paths, version === "v2" ? "flat" : "none") });
  }
}

/// A copy of `body` whose byte at `position` (from the end if negative) differs in its lowest bit.
function withFlippedBit(body, position) {
  const bytes = Buffer.from(body);
  bytes[position < 0 ? bytes.length + position : position] ^= 1;
  return bytes;
}

function refusalText(error) {
  if (error instanceof RequestError) return text(error.status, error.message);
  throw error;
}

function uncertified(version, { code, message, errorCode }) {
  const reject = { reject_code: code, reject_message: message, error_code: errorCode };
  return cbor(version === "v2" ? reject : { status: "non_replicated_rejection", ...reject });
}
