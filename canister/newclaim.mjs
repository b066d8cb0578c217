// Makes the secret that lets you claim your canister: `node newclaim.mjs FILE` writes the argument for its installation into
// FILE, in Candid's text form, and prints the secret. The argument holds only the secret's hash: anybody may see it.

import { createHash, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";

const [file] = process.argv.slice(2);
if (!file || process.argv.length > 3) {
  console.error("Usage: node newclaim.mjs FILE");
  process.exit(2);
}

const secret = randomBytes(16).toString("hex");
const hash = createHash("sha256").update(secret).digest("hex").replace(/../g, "\\$&");
writeFileSync(file, `(opt record { claim_hash = opt blob "${hash}" })\n`);
console.log(secret);
