// Keeps two networks from sharing a state folder. The lock names a process; one that is gone (or whose
// number now belongs to a younger process) does not count.

import fs from "node:fs";
import path from "node:path";
import { StartError } from "./starterror.mjs";

/// When process `pid` started, as the system counts; undefined if there is none.
function startOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return undefined;
  }
  try {
    const fields = fs
      .readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /s, "")
      .split(" ");
    return fields[0] === "Z" ? undefined : fields[19]; // a zombie is gone but for its parent's notice
  } catch {
    return "unknown";
  }
}

function holder(file) {
  try {
    const { pid, start } = JSON.parse(fs.readFileSync(file, "utf8"));
    return startOf(pid) === start ? pid : undefined;
  } catch {
    return undefined;
  }
}

/// Takes the lock; returns the function that gives it back.
export function lockFolder(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "LOCK");
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, JSON.stringify({ pid: process.pid, start: startOf(process.pid) }));
  try {
    if (!tryLink(mine, file)) {
      const pid = holder(file);
      if (pid) {
        throw new StartError(
          `Another local network (process ${pid}) uses ${folder}. Stop it, or choose another folder with --state.`,
        );
      }
      fs.rmSync(file, { force: true });
      if (!tryLink(mine, file)) throw new StartError(`Another local network has just taken ${folder}.`);
    }
  } finally {
    fs.rmSync(mine);
  }
  return () => fs.rmSync(file, { force: true });
}

function tryLink(from, to) {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}
