// Everything a local lab keeps lies in one folder, `.lab/` or LAB_STATE: the embedded D1 and KV under v3/, and these files.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import * as z from "zod/mini";
import { ROOT } from "../install.mjs";
import { isAlive } from "../processes.mjs";

const Running = z.object({ pid: z.number(), url: z.string() });
export type Running = z.infer<typeof Running>;

/** Absolute. */
export function stateFolder(): string {
  return resolve(ROOT, process.env.LAB_STATE || ".lab");
}

/** As a person at the repository's root would write it. */
export function stateFolderName(): string {
  const name = relative(ROOT, stateFolder());
  return name.startsWith("..") ? stateFolder() : `${name}/`;
}

/** A file of the state; null where it is absent. */
export function readState(name: string): string | null {
  const path = join(stateFolder(), name);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

export function writeState(name: string, text: string): void {
  mkdirSync(stateFolder(), { recursive: true });
  writeFileSync(join(stateFolder(), name), text, { mode: 0o600 });
}

export function removeState(name: string): void {
  rmSync(join(stateFolder(), name), { force: true });
}

/** Removes everything in the folder, but not the folder. */
export function emptyState(): void {
  if (!existsSync(stateFolder())) return;
  for (const name of readdirSync(stateFolder())) {
    rmSync(join(stateFolder(), name), { recursive: true, force: true });
  }
}

/** The bearer token with which courses are made here: random, made once a state. */
export function setupKey(): string {
  const known = readState("setup-key");
  if (known !== null) return known;
  const key = randomBytes(24).toString("hex");
  writeState("setup-key", key);
  return key;
}

/** The lab that runs on this state now, or null. */
export function runningLab(): Running | null {
  const text = readState("running.json");
  if (text === null) return null;
  const running = Running.parse(JSON.parse(text));
  return isAlive(running.pid) ? running : null;
}

/** Marks this process as the lab of this state until it exits. Exits 1 with words where another one is. */
export function claimState(url: string): void {
  const other = runningLab();
  if (other !== null) {
    console.error(
      `A lab runs on ${stateFolderName()} already (${other.url}, process ${other.pid}). Open that one or stop it; LAB_STATE=FOLDER keeps a second lab apart. If no lab runs, delete ${join(stateFolder(), "running.json")}.`,
    );
    process.exit(1);
  }
  writeState("running.json", JSON.stringify({ pid: process.pid, url }));
  process.on("exit", () => removeState("running.json"));
}
