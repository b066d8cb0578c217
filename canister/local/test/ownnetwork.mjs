// Starts the local network itself, also where POCKET_IC_BIN says that others should use PocketIC.

import { startNetwork as start } from "../testing.mjs";

export function startNetwork(options = {}) {
  return start({ ...options, environment: { POCKET_IC_BIN: "", ...options.environment } });
}
