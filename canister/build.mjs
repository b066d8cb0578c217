// Compiles the canister into build/: sheaf.wasm, sheaf.did (as compiled) and sheaf.most (its stable types).
// Prints one line of JSON: { wasm, did, cached }.

import path from "node:path";
import { canisterFolder, compile, replaceFile } from "./moc.mjs";

try {
  const { folder, cached } = await compile({ main: "src/main.mo", mode: "ic" });
  const target = (extension) => path.join(canisterFolder, "build", `sheaf.${extension}`);
  for (const extension of ["wasm", "did", "most"]) {
    await replaceFile(path.join(folder, `program.${extension}`), target(extension));
  }
  console.log(JSON.stringify({ wasm: target("wasm"), did: target("did"), cached }));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
