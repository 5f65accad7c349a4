import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../install.mjs";
import { type Program, runProgram, ToolError } from "../lab/programs.ts";
import type { Count } from "./count.ts";

/** How many checks passed and failed, and what the program wrote. */
export type Result = Count & { readonly output: string };

const REPORTS = join(ROOT, "node_modules/.cache/reports");

/** Runs a test runner and counts its report; one that failed without a failing test counts as one failure. */
export async function runCounted({
  program,
  args,
  env = () => ({}),
  report,
  count,
  ...how
}: {
  program: Program;
  args: (report: string) => readonly string[];
  env?: (report: string) => Readonly<Record<string, string>>;
  report: string;
  count: (report: unknown) => Count;
} & Pick<Parameters<typeof runProgram>[0], "onOutput" | "tidiesUp">): Promise<Result> {
  const path = join(REPORTS, report);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(path, { force: true });
  const { code, output } = await runProgram({ program, args: args(path), env: env(path), ...how });
  const { passed, failed } = count(readReport(path, output));
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, output };
}

function readReport(path: string, output: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new ToolError(`${output}\nThe tests ended without a report.`);
  }
}
