// What the tools ask about other processes, and how they stay out of each other's way.
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Whether a process of this id runs. One that has ended and waits to be collected does not.
 * @param {number} pid
 */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0 || statOf(pid)[0] === "Z") return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * The state and parent of a process, as Linux tells; elsewhere nothing.
 * @param {number} pid
 */
export function statOf(pid) {
  const stat = readText(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/**
 * Two commands started at once do a thing once: the second waits while the first one lives.
 * @param {string} lock the path of a file that stands for it
 * @returns {() => void} releases it
 */
export function takeLock(lock) {
  mkdirSync(dirname(lock), { recursive: true });
  const mine = `${lock}-${process.pid}`;
  writeFileSync(mine, String(process.pid));
  for (;;) {
    try {
      linkSync(mine, lock);
      rmSync(mine);
      return () => rmSync(lock, { force: true });
    } catch (error) {
      // A file system without links has no locks, and these commands one user.
      const taken = error instanceof Error && "code" in error && error.code === "EEXIST";
      if (!taken) return () => rmSync(mine, { force: true });
      if (!isAlive(Number(readText(lock)))) rmSync(lock, { force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
