import { spawnSync } from "node:child_process";
import { canRun } from "./find-program.ts";

/** Without a network it is better to know at once. */
const SOON = ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10"];

/** Installs packages with apt-get where this is Debian and the user root, and says what failed; elsewhere does nothing. */
export function installDebian(packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !canRun("/usr/bin/apt-get")) return;
  console.log(`Installing Debian's ${packages.join(", ")} with apt-get.`);
  aptGet("update");
  aptGet("install", "--yes", "--no-install-recommends", ...packages);
}

function aptGet(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, stderr } = spawnSync("apt-get", ["-qq", ...SOON, ...args], { env, encoding: "utf8" });
  if (status !== 0) console.log(`apt-get ${args[0]} failed: ${reason(stderr ?? "")}`);
}

/** The line of a program's output that says what went wrong, as far as can be told. */
export function reason(text: string): string {
  const lines = text.trim().split("\n");
  return (lines.find((line) => /error|failed|^E:/i.test(line)) ?? lines.at(-1) ?? "").trim();
}
