// The Motoko compiler, with a cache.
//
// The compiler is JavaScript (npm package `motoko`): it needs seconds and a gigabyte, so it runs in a process of its
// own, and a result is kept under the hash of everything that it depends on.

import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { cp, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const canisterFolder = path.dirname(fileURLToPath(import.meta.url));
const cacheFolder = path.join(canisterFolder, "build", "cache");
const compilerProcess = path.join(canisterFolder, "compile.mjs");

/// Compiles `main`, a path relative to the canister folder.
/// `mode`: "ic" for a canister, "wasi" for a program that prints. Gives the folder that holds program.wasm and, for a
/// canister, program.did and program.most; throws with the compiler's messages if there is an error or a warning.
export async function compile({ main, mode }) {
  const sources = await motokoSources(main);
  const key = await fingerprint([main, mode, ...sources]);
  const folder = path.join(cacheFolder, key);
  if (await exists(folder)) return { folder, cached: true };

  const unfinished = path.join(cacheFolder, `${key}.${randomUUID()}`);
  await mkdir(unfinished, { recursive: true });
  try {
    await promisify(execFile)(process.execPath, [compilerProcess, main, mode, unfinished, ...sources.keys()], {
      cwd: canisterFolder,
    });
    await publish(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw new Error(error.stderr?.trim() || error.message);
  }
  return { folder, cached: false };
}

/// Puts `source` in the place of `target`, whole or not at all.
export async function replaceFile(source, target) {
  const copy = `${target}.${randomUUID()}`;
  await cp(source, copy);
  await rename(copy, target);
}

async function publish(unfinished, folder) {
  try {
    await rename(unfinished, folder);
  } catch (error) {
    // Another process was faster: its result has the same key, so it is the same.
    if (!(await exists(folder))) throw error;
    await rm(unfinished, { recursive: true });
  }
}

/// `main` and every file that it imports, directly or not, relative to the canister folder.
async function motokoSources(main) {
  const files = new Map();
  const visit = async (file) => {
    if (files.has(file)) return;
    const text = await readFile(path.join(canisterFolder, file), "utf8");
    files.set(file, text);
    for (const [, name] of text.matchAll(/^import .* "(\.\.?\/[^"]+|[^":]+)";/gm)) {
      await visit(path.posix.join(path.posix.dirname(file), `${name}.mo`));
    }
  };
  await visit(main);
  return files;
}

async function fingerprint(inputs) {
  const { version } = JSON.parse(await readFile(path.join(canisterFolder, "node_modules/motoko/package.json")));
  const hash = createHash("sha256").update(JSON.stringify([version, inputs]));
  hash.update(await readFile(compilerProcess));
  return hash.digest("hex").slice(0, 32);
}

async function exists(file) {
  return stat(file).then(() => true, () => false);
}
