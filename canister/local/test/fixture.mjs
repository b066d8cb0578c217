// Compiled canisters of fixtures/ for the tests.

import path from "node:path";
import { canisterFolder, compile } from "../../moc.mjs";

const FIXTURES = "local/test/fixtures";

/// Path of the compiled `name`.mo.
export async function fixture(name) {
  const { folder } = await compile({ main: `${FIXTURES}/${name}.mo`, mode: "ic", folders: [FIXTURES] });
  return path.join(canisterFolder, path.relative(canisterFolder, folder), "program.wasm");
}
