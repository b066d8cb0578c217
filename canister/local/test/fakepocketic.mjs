// Stands in for a PocketIC server, as far as @dfinity/pic speaks to one on the way that pocketic.mjs takes: the calls
// go to a local network. It proves that the client's calls fit together, not how the real server behaves.

import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { Network } from "../network.mjs";
import { Server } from "../server.mjs";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sheaf-fakepic-"));
const network = new Network({
  folder,
  keepState: false,
  delegation: true,
  flatRanges: false,
  timeLimitMs: { update: 10_000, query: 10_000 },
  syncWaitMs: 10_000,
});
await network.open();
const replies = [];

const routes = {
  "POST /instances": () => ({ Created: { instance_id: 0 } }),
  "GET /instances/0/auto_progress": () => false,
  "POST /instances/0/auto_progress": () => undefined,
  "POST /instances/0/stop_progress": () => undefined,
  "POST /instances/0/update/submit_ingress_message": async ({ sender, method, payload }) => {
    const arg = Buffer.from(payload, "base64");
    const response = await network.management.call({ method, arg, caller: Buffer.from(sender, "base64") });
    const result =
      response.status === "replied"
        ? { Ok: response.arg.toString("base64") }
        : { Err: { reject_message: response.message, reject_code: response.code, error_code: response.errorCode } };
    return { Ok: { effective_principal: "None", message_id: replies.push(result) - 1 } };
  },
  "POST /instances/0/update/await_ingress_message": ({ message_id: id }) => replies[id],
  "POST /http_gateway": async () => ({
    Created: { instance_id: 0, port: await new Server(network, undefined).listen(0) },
  }),
  "POST /http_gateway/0/stop": () => undefined,
  "DELETE /instances/0": () => undefined,
};

const server = http.createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray());
  const route = routes[`${request.method} ${request.url}`];
  const answer = route ? await route(body.length > 0 ? JSON.parse(body) : {}) : { message: `no ${request.url}` };
  response.end(answer === undefined ? "" : JSON.stringify(answer));
});
server.listen(0, "127.0.0.1", () => {
  const portFile = process.argv[process.argv.indexOf("--port-file") + 1];
  fs.writeFileSync(portFile, `${server.address().port}\n`);
});
process.once("SIGTERM", () => {
  fs.rmSync(folder, { recursive: true });
  process.exit(0);
});
