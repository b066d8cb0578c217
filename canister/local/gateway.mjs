// HTTP gateway: `http://<canister>.localhost:<port>/...` becomes a query of `http_request`, and the answer
// is only passed on if the real gateway's verifier accepts its certificate. `<canister>.raw.localhost`
// skips the verifier, as on the main network.

import { createRequire } from "node:module";
import { IDL } from "@icp-sdk/core/candid";
import { principalBytes } from "./bytes.mjs";

const require = createRequire(import.meta.url);
const HOST = /^([a-z0-9-]+)(\.raw)?\.localhost(:[0-9]+)?$/;
const MAX_CERTIFICATE_AGE = 5n * 60n * 10n ** 9n;
const VERIFICATION_VERSION = 2;
const ANONYMOUS = Buffer.of(4);
const NOT_FORWARDED = new Set(["connection", "keep-alive", "transfer-encoding", "content-length"]);

const Headers = IDL.Vec(IDL.Tuple(IDL.Text, IDL.Text));
const Blob = IDL.Vec(IDL.Nat8);
const Request = IDL.Record({
  method: IDL.Text,
  url: IDL.Text,
  headers: Headers,
  body: Blob,
  certificate_version: IDL.Opt(IDL.Nat16),
});
const UpdateRequest = IDL.Record({ method: IDL.Text, url: IDL.Text, headers: Headers, body: Blob });
const Response = IDL.Record({ status_code: IDL.Nat16, headers: Headers, body: Blob, upgrade: IDL.Opt(IDL.Bool) });

function problem(status, words) {
  return { status, headers: { "content-type": "text/plain; charset=utf-8" }, body: words };
}

export class Gateway {
  constructor(network) {
    this.network = network;
  }

  /// The HTTP answer to a request that is not for the API.
  async answer(request, body) {
    const [, text, raw] = HOST.exec(request.headers.host ?? "") ?? [];
    const id = text && principalBytes(text);
    const canister = id && this.network.find(id);
    if (!canister) return problem(404, "There is no canister here. Pages are at http://<canister>.localhost:<port>/.");
    const pairs = Object.entries(request.headers).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
    const asked = { method: request.method, url: request.url, headers: pairs, body };
    const response = await this.network.query(canister, {
      method: "http_request",
      caller: ANONYMOUS,
      arg: Buffer.from(IDL.encode([Request], [{ ...asked, certificate_version: [VERIFICATION_VERSION] }])),
    });
    return this.outcome(canister, asked, response, Boolean(raw));
  }

  async outcome(canister, asked, response, raw) {
    if (response.status !== "replied") return problem(502, `The canister rejected the request: ${response.message}`);
    const answer = decode(response);
    if (!answer) return problem(502, "The canister does not answer http_request as a web page should.");
    if (answer.upgrade[0]) return this.update(canister, asked);
    const fault = raw ? undefined : this.verify(canister, asked, answer);
    return fault ? problem(503, `The canister's answer is not certified: ${fault}`) : page(answer);
  }

  async update(canister, asked) {
    const arg = Buffer.from(IDL.encode([UpdateRequest], [asked]));
    const response = await this.network.callAnonymously(canister, "http_request_update", arg);
    const answer = response.status === "replied" && decode(response);
    return answer
      ? page(answer)
      : problem(502, `The canister rejected the request: ${response.message ?? "malformed answer"}`);
  }

  /// Why the verifier refuses the answer, or undefined.
  verify(canister, asked, answer) {
    const { verifyRequestResponsePair } = require("@dfinity/response-verification");
    try {
      verifyRequestResponsePair(
        { ...asked, certificate_version: [VERIFICATION_VERSION] },
        { status_code: answer.status_code, headers: answer.headers, body: Uint8Array.from(answer.body) },
        canister.id,
        this.network.now(),
        MAX_CERTIFICATE_AGE,
        this.network.authority.root.der,
        VERIFICATION_VERSION,
      );
      return undefined;
    } catch (error) {
      return error.message ?? String(error);
    }
  }
}

function decode(response) {
  try {
    return IDL.decode([Response], new Uint8Array(response.arg))[0];
  } catch {
    return undefined;
  }
}

function page({ status_code: status, headers, body }) {
  const kept = headers.filter(([name]) => !NOT_FORWARDED.has(name.toLowerCase()));
  return { status, headers: Object.fromEntries(kept), body: Buffer.from(body) };
}
