import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runTool } from "./run-tool.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "latent-lab-digits-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a tampered file is refused by its hash, and nothing is written", async () => {
  const [source, target] = [join(folder, "digits.csv.gz"), join(folder, "digits.bin")];
  const row = [...Array<number>(64).fill(16), 3].join(",");
  writeFileSync(source, gzipSync(`${row}\n`.repeat(1_797)));
  const { code, output } = await runTool("tools/make-digits.ts", { args: [source, target] });
  expect(code).toBe(1);
  expect(output).toMatch(/^Refused: the SHA-256 of .*digits\.csv\.gz is [0-9a-f]{64}, expected 46abec6b/);
  expect(existsSync(target)).toBe(false);
});

test("a missing file is told with where to get it", async () => {
  const { code, output } = await runTool("tools/make-digits.ts", { args: [join(folder, "none.gz")] });
  expect(code).toBe(1);
  expect(output).toContain("python3-sklearn");
});
