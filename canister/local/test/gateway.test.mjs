// Web pages of canisters: passed on if the real gateway's verifier accepts them.

import assert from "node:assert/strict";
import http from "node:http";
import { after, before, describe, test } from "node:test";
import { sha256 } from "../bytes.mjs";
import { encodeCbor } from "../cbor.mjs";
import { toCborValue, tree } from "../hashtree.mjs";
import { hashOfMap } from "../requestid.mjs";
import { actorFor } from "./client.mjs";
import { fixture } from "./fixture.mjs";
import { startNetwork } from "./ownnetwork.mjs";

const EXPRESSION =
  "default_certification(ValidationArgs{certification:Certification{no_request_certification:Empty{}," +
  'response_certification:ResponseCertification{certified_response_headers:ResponseHeaderList{headers:["content-type"]}}}})';
const BODY = Buffer.from("hello from a canister");

/// The certified tree of one page at every path, and the certificate header's part for it.
function site(body) {
  const response = sha256(
    hashOfMap({ "content-type": "text/plain", "ic-certificateexpression": EXPRESSION, ":ic-cert-status": 200 }),
    sha256(body),
  );
  const answers = [[sha256(Buffer.from(EXPRESSION)), [["", [[response, ""]]]]]];
  const pages = tree([["http_expr", [["<*>", answers]]]]);
  const base64 = (value) => encodeCbor(value).toString("base64");
  return {
    root: pages.hash,
    witness: `tree=:${base64(toCborValue(pages))}:, version=2, expr_path=:${base64(["http_expr", "<*>"])}:`,
  };
}

function get(network, host, path, method = "GET") {
  return new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port: network.port,
      path,
      method,
      headers: { host: `${host}:${network.port}` },
    };
    http
      .request(options, async (response) => {
        const body = Buffer.concat(await response.toArray()).toString();
        resolve({ status: response.statusCode, type: response.headers["content-type"], body });
      })
      .on("error", reject)
      .end();
  });
}

for (const layout of [[], ["--no-subnet-delegation"]]) {
  describe(`the gateway on a network with ${layout[0] ?? "a subnet delegation"}`, () => {
    let network;
    let sample;
    before(async () => {
      network = await startNetwork({
        args: ["--throw-away", "--wasm", await fixture("Sample"), ...layout],
        control: false,
      });
      sample = actorFor(network);
    });
    after(() => network.stop());
    const publish = ({ root, witness }, body) => sample.publish(root, EXPRESSION, witness, body);

    test("serves a page that is certified", async () => {
      await publish(site(BODY), BODY);
      const answer = await get(network, `${network.canisterId}.localhost`, "/some/page?x=1");
      assert.deepEqual(answer, { status: 200, type: "text/plain", body: BODY.toString() });
    });

    test("refuses a page whose body is another", async () => {
      await publish(site(BODY), Buffer.from("hello from somebody else"));
      const answer = await get(network, `${network.canisterId}.localhost`, "/");
      assert.equal(answer.status, 503);
      assert.match(answer.body, /not certified/);
      assert.equal((await get(network, `${network.canisterId}.raw.localhost`, "/")).status, 200);
    });

    test("refuses a page whose tree is not the certified one", async () => {
      await publish({ ...site(BODY), root: Buffer.alloc(32, 1) }, BODY);
      assert.equal((await get(network, `${network.canisterId}.localhost`, "/")).status, 503);
    });

    test("repeats a request as an update call if the canister asks for it", async () => {
      const first = await get(network, `${network.canisterId}.localhost`, "/counter", "POST");
      const second = await get(network, `${network.canisterId}.localhost`, "/counter", "POST");
      assert.equal(Number(second.body), Number(first.body) + 1);
    });

    test("says so where there is no canister", async () => {
      assert.equal((await get(network, "localhost", "/")).status, 404);
      assert.equal((await get(network, "aaaaa-aa.localhost", "/")).status, 404);
    });
  });
}
