import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect } from "vitest";
import * as z from "zod/mini";
import { Metrics, Resumption } from "../../../shared/api/runs.ts";

const Line = z.strictObject({
  specId: z.string(),
  engine: z.string(),
  device: z.string(),
  trainLoss: z.array(z.number()),
  resumed: z.optional(z.array(Resumption)),
  metrics: Metrics,
  durationMs: z.number(),
});

/** A folder of specs for the tests of one file, and the command line in it; gone after the last of them. */
export function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), "latent-lab-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What `npm run -s lab -- ARGS` runs, as a process of its own. */
  function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const tool = fileURLToPath(new URL("../../../tools/lab.mjs", import.meta.url));
    const child = spawn(process.execPath, [tool, ...args], { cwd: folder, env: { ...process.env, ...env } });
    const [out, err]: string[][] = [[], []];
    child.stdout.setEncoding("utf8").on("data", (text) => out?.push(text));
    child.stderr.setEncoding("utf8").on("data", (text) => err?.push(text));
    const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      child.on("close", (code) => resolve({ code, out: out?.join("") ?? "", err: err?.join("") ?? "" }));
    });
    return { child, ended };
  }

  async function lab(...args: string[]) {
    const { child, ended } = start(args);
    child.stdin.end();
    return await ended;
  }

  function writeSpec(name: string, value: unknown): string {
    writeFileSync(join(folder, name), typeof value === "string" ? value : JSON.stringify(value));
    return name;
  }

  return { folder, start, lab, writeSpec };
}

export function parseLines(out: string) {
  expect(out.endsWith("\n")).toBe(true);
  return out
    .trimEnd()
    .split("\n")
    .map((line) => Line.parse(JSON.parse(line)));
}
