import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../install.mjs";
import { build } from "../lab/build.ts";
import { type Outcome, type Program, runProgram, ToolError } from "../lab/programs.ts";
import { demandBrowser } from "./browser.ts";
import { type Count, countPlaywright, countVitest } from "./count.ts";

/** One part of `npm test`. `run` tells how many checks passed, and what to print where some did not. */
export type Step = { readonly name: string; readonly title: string; run(): Promise<Result> };
export type Result = Count & { readonly output: string };

const REPORTS = join(ROOT, "node_modules/.cache/reports");

export const STEPS: readonly Step[] = [
  {
    name: "format",
    title: "Format and lint",
    run: () => check("biome", ["ci", "--colors=off", "--error-on-warnings"]),
  },
  { name: "types", title: "Types", run: types },
  { name: "unit", title: "Unit tests", run: unit },
  { name: "worker", title: "Worker tests in workerd", run: () => vitest("worker") },
  { name: "build", title: "Build", run: built },
  { name: "e2e", title: "End-to-end tests in a browser", run: endToEnd },
];

/** A program that passes or fails as a whole counts as one check. */
async function check(program: Program, args: readonly string[]): Promise<Result> {
  return asOne(await runProgram({ program, args }));
}

function asOne({ code, output }: Outcome): Result {
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

async function types(): Promise<Result> {
  const generated = await check("wrangler", ["types"]);
  return generated.failed > 0 ? generated : await check("tsc", ["-b"]);
}

async function built(): Promise<Result> {
  await build();
  return { passed: 1, failed: 0, output: "" };
}

/** Tests of WebGPU in Node run on the software Vulkan that a browser brings along. */
async function unit(): Promise<Result> {
  await demandBrowser();
  return await vitest("unit");
}

function vitest(project: string): Promise<Result> {
  return counted({
    program: "vitest",
    args: (report) => [
      "run",
      "--project",
      project,
      "--reporter=dot",
      "--reporter=json",
      `--outputFile=${report}`,
    ],
    report: `${project}.json`,
    count: countVitest,
  });
}

async function endToEnd(): Promise<Result> {
  const browser = await demandBrowser();
  return counted({
    program: "playwright",
    args: () => ["test"],
    env: (report) => ({ CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
    report: "end-to-end.json",
    count: countPlaywright,
  });
}

/** Runs a test runner and counts its report; one that failed without a failing test counts as one failure. */
async function counted({
  program,
  args,
  env = () => ({}),
  report,
  count,
}: {
  program: Program;
  args: (report: string) => readonly string[];
  env?: (report: string) => Readonly<Record<string, string>>;
  report: string;
  count: (report: unknown) => Count;
}): Promise<Result> {
  const path = join(REPORTS, report);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(path, { force: true });
  const { code, output } = await runProgram({ program, args: args(path), env: env(path) });
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
