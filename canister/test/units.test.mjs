// Compiles and runs every *.test.mo of this folder: programs that print "ok NAME" per passed check and trap on the first
// one that fails.

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { canisterFolder, compile } from "../moc.mjs";

const folder = path.join(canisterFolder, "test");
const programs = (await readdir(folder)).filter((name) => name.endsWith(".test.mo"));
assert.ok(programs.length > 0);

for (const program of programs) {
  test(program, async (t) => {
    const built = await compile({ main: `test/${program}`, mode: "wasi" });
    const { lines, trap } = run(await readFile(path.join(built.folder, "program.wasm")));
    const passed = lines.filter((line) => line.startsWith("ok "));
    for (const line of passed) await t.test(line.slice(3), () => {});
    if (trap) assert.fail(lines.filter((line) => !line.startsWith("ok ")).join("\n"));
    assert.ok(passed.length > 0, "the program checked nothing");
  });
}

/// Runs a program to its end. Output is all that a test needs of WASI, so that is all that it gets.
function run(wasm) {
  let output = "";
  const fd_write = (_descriptor, vectors, count, written) => {
    const memory = new DataView(instance.exports.memory.buffer);
    let total = 0;
    for (let i = 0; i < count; ++i) {
      const start = memory.getUint32(vectors + 8 * i, true);
      const size = memory.getUint32(vectors + 8 * i + 4, true);
      output += Buffer.from(memory.buffer, start, size).toString("utf8");
      total += size;
    }
    memory.setUint32(written, total, true);
    return 0;
  };
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), { wasi_snapshot_preview1: { fd_write } });
  let trap;
  try {
    instance.exports._start();
  } catch (error) {
    trap = error;
  }
  return { lines: output.split("\n").filter((line) => line !== ""), trap };
}
