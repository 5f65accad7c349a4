import { build } from "../lab/build.ts";
import { type Outcome, type Program, runProgram } from "../lab/programs.ts";
import { demandBrowser } from "./browser.ts";
import { countPlaywright, countVitest } from "./count.ts";
import { type Result, runCounted } from "./run-counted.ts";
import { provideVulkanLoader } from "./vulkan.ts";

/** One part of `npm test`. `run` tells how many checks passed, and what to print where some did not. */
export type Step = { readonly name: string; readonly title: string; run(): Promise<Result> };

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
  provideVulkanLoader();
  return await vitest("unit");
}

function vitest(project: string): Promise<Result> {
  return runCounted({
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
  return runCounted({
    program: "playwright",
    args: () => ["test"],
    env: (report) => ({ CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
    report: "end-to-end.json",
    count: countPlaywright,
  });
}
