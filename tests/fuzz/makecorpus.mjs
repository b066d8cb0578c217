// Writes the part of the corpus that follows from the vectors: node tests/fuzz/makecorpus.mjs
// What fuzzing found stays: files are named by the hash of their content and never removed.

import { createHash, createPrivateKey } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const vectors = (name) => JSON.parse(readFileSync(path.join(here, "../data/vectors", `${name}.json`), "utf8"));
const hex = (text) => Buffer.from(text, "hex");
const largest = 4096;

function add(target, ...parts) {
  const content = Buffer.concat(parts.map((part) => (Array.isArray(part) ? Buffer.from(part) : Buffer.from(part))));
  if (content.length > largest) return;
  const folder = path.join(here, "corpus", target);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, createHash("sha256").update(content).digest("hex").slice(0, 16)), content);
}

// CBOR of plain objects; enough for documents.
function cbor(value) {
  const head = (major, number) =>
    number < 24 ? [(major << 5) | number] : number < 256 ? [(major << 5) | 24, number] : [(major << 5) | 25, number >> 8, number & 255];
  if (typeof value === "number") return Buffer.from(head(0, value));
  if (typeof value === "boolean") return Buffer.from([value ? 0xf5 : 0xf4]);
  if (typeof value === "string") return Buffer.concat([Buffer.from(head(3, Buffer.byteLength(value))), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([Buffer.from(head(2, value.length)), value]);
  if (Array.isArray(value)) return Buffer.concat([Buffer.from(head(4, value.length)), ...value.map(cbor)]);
  const entries = Object.entries(value)
    .map(([key, member]) => [cbor(key), cbor(member)])
    .sort(([a], [b]) => Buffer.compare(a, b));
  return Buffer.concat([Buffer.from(head(5, entries.length)), ...entries.flat()]);
}

for (const part of ["encode", "decode", "invalid"]) {
  for (const row of vectors("cbor")[part]) for (const options of [0, 3, 4]) add("cbor", [options], hex(row.cbor));
}

const header = { title: "T", created: 1, updated: 2, tags: ["tag-1"], notebook: "abc", pinned: true };
const documents = [
  [0, { ...header, text: "Barley" }],
  [1, { ...header, appState: { a: 1 } }],
  [2, { element: { id: "e", type: "rectangle", x: 1, seed: 5 }, drawing: "abc-1" }],
  [3, { title: "N", parent: "abc", created: 1 }],
  [4, { name: "a/b" }],
  [5, { name: "p.png", path: "x/p.png", mime: "image/png", size: 3, sha256: Buffer.alloc(32), pieces: ["piece-1"], created: 1 }],
  [0, {}],
];
for (const [kind, fields] of documents) add("document", [kind, 1, 0], cbor(fields));
add("document", [0, 2, 0, 1]);
add("document", [0, 1, 1], hex("789c4b4a04000248012a"));

const element = (more) => ({ id: "e1", type: "rectangle", x: 0, y: 0, width: 1, height: 1, version: 1, index: "a0", ...more });
for (const elements of [[], [element({})], [element({}), element({ id: "e1", index: "a0" })], [element({ isDeleted: true })]]) {
  add("excalidraw", JSON.stringify({ type: "excalidraw", version: 2, elements, appState: { viewBackgroundColor: "#fff" }, files: {} }));
}
add("excalidraw", `{"type":"excalidraw","elements":${"[".repeat(100)}${"]".repeat(100)}}`);

const candid = vectors("candid");
for (const part of ["values", "decode", "invalid"]) {
  candid[part].forEach((row, index) => {
    if (!row.hex || row.bomb) return; // bombs take their whole budget, which tst_iccandid measures
    add("candid", [0xff], hex(row.hex));
    add("candid", [index % 14], hex(row.hex));
  });
}
const texts = [
  '(5, -7, 0xff : nat8, 1_000, 1.5e3, "a\\n\\u{1F600}\\ff")', "(vec { record { 1; \"a\" } }, opt null)",
  '(blob "\\00A", principal "aaaaa-aa", service "2vxsx-fae", func "aaaaa-aa".m)',
  "(variant { ok = record { rows = vec {}; next = null; more = false } }) // end", "(/* a */ null : opt nat, (true))",
  '(opt record { head = 1; tail = opt record { head = -2; tail = null } })', "(inf, -inf, nan)",
  '(variant { obj = vec { record { "a"; variant { num = 1 } } } })', "(1, 2, opt \"x\", 5)",
];
for (const text of texts) for (const choice of [0, 1, 2, 3, 4, 5, 6, 200]) add("candidtext", [choice], text);
for (const part of ["values", "decode"]) {
  for (const row of candid[part]) add("interface", `type A = func ${row.type.replace("mu L. ", "")} -> (); service : { f : A }`);
}
add("interface", readFileSync(path.join(here, "../../canister/sheaf.did"), "utf8").slice(0, largest));
add("interface", 'type L = opt record { head : int; tail : L };\nservice : (opt L, text) -> { "a b" : (x : L) -> (L) query; g : () -> () oneway }');
add("interface", 'import "x.did"; type A = B; type B = A;');

const trees = vectors("hash-trees");
for (const row of Object.values(trees).filter(Array.isArray).flat()) if (row.cbor) add("hashtree", hex(row.cbor));
for (const row of vectors("certificates").vectors) {
  const isCanister = Boolean(row.canister_id);
  const id = hex(row.canister_id ?? row.subnet_id ?? "");
  for (const choice of [0, 128]) add("certificate", [choice + (isCanister ? 0 : 1), id.length], id, hex(row.certificate));
}
const chains = vectors("delegations");
for (const row of chains.json) add("delegation", row.json);
for (const row of chains.vectors.slice(0, 12)) add("delegation", JSON.stringify(row.chain));

const der = (seed) => Buffer.concat([hex("302e020100300506032b657004220420"), hex(seed)]);
const keys = vectors("keys-signatures");
for (const key of keys.keys.filter(({ scheme }) => scheme === "ed25519")) {
  const pem = createPrivateKey({ key: der(key.secret), format: "der", type: "pkcs8" }).export({ type: "pkcs8", format: "pem" });
  add("pem", pem);
  add("pem", `comment\n${pem}`.replaceAll("\n", "\r\n"));
  add("pem", pem.slice(0, 60));
}
const block = (label, bytes) => `-----BEGIN ${label}-----\n${bytes.toString("base64")}\n-----END ${label}-----\n`;
add("pem", block("EC PRIVATE KEY", hex(`302e0201010420${keys.keys[4]?.secret ?? "00".repeat(32)}a00706052b8104000a`)));
add("pem", block("PRIVATE KEY", hex(`303e020100301006072a8648ce3d020106052b8104000a042730250201010420${keys.keys[4]?.secret ?? "00".repeat(32)}`)));

const statuses = [200, 202, 400, 403, 404, 408, 413, 429, 500, 503, 301, 0];
function response({ status, content_type: type, body, body_text: text }) {
  const content = body === undefined ? Buffer.from(text ?? "") : hex(body);
  const types = ["application/cbor", "text/plain; charset=utf-8", "text/html", ""];
  const known = Math.max(0, types.indexOf(type));
  return Buffer.concat([Buffer.from([Math.max(0, statuses.indexOf(status)), known, content.length >> 8, content.length & 255]), content]);
}
for (const row of vectors("http-exchanges").vectors) {
  const answers = row.exchanges.map(response);
  for (const answer of answers) add("answers", answer);
  add("conversation", [1], ...answers);
}
const queries = vectors("query-signatures");
for (const row of queries.vectors) {
  const answer = response({ status: 200, content_type: "application/cbor", body: row.response_cbor });
  add("answers", answer);
  const certificate = hex(queries.node_key_certificates[row.subnet]?.certificate ?? "");
  const state = Buffer.concat([hex("a16b6365727469666963617465"), Buffer.from([0x59, certificate.length >> 8, certificate.length & 255]), certificate]);
  add("conversation", [3], answer, response({ status: 200, content_type: "application/cbor", body: state.toString("hex") }));
  add("conversation", [5], response({ status: 200, content_type: "application/cbor", body: state.toString("hex") }));
}
