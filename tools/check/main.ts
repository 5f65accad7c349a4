// `npm test [-- STEP...]`: every check, quiet where it passes. The last line is always `N passed, M failed`.
import { ToolError } from "../lab/programs.ts";
import { STEPS, type Step } from "./steps.ts";

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !STEPS.some((step) => step.name === name));
if (unknown === undefined) {
  process.exitCode = await runAll(STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name)));
} else {
  console.error(`There is no step ${unknown}: expected ${STEPS.map(({ name }) => name).join(", ")}.`);
  process.exitCode = 1;
}

async function runAll(steps: readonly Step[]): Promise<number> {
  let passed = 0;
  let failed = 0;
  const left = [...steps];
  for (let step = left.shift(); step !== undefined && failed === 0; step = left.shift()) {
    const count = await runStep(step);
    passed += count.passed;
    failed += count.failed;
    if (failed > 0 && left.length > 0) {
      console.log(`\nStopped there; not run: ${left.map(({ title }) => title).join(", ")}.`);
      left.length = 0;
    }
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

async function runStep({ title, name, run }: Step): Promise<{ passed: number; failed: number }> {
  process.stdout.write(`${title} ... `);
  const start = performance.now();
  const result = await run().catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    output: error instanceof ToolError ? error.message : String(error instanceof Error ? error.stack : error),
  }));
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  console.log(`${result.passed} passed, ${result.failed} failed (${seconds} s)`);
  if (result.failed > 0) console.log(`\n${result.output.trim()}\n\n${title} failed: npm test -- ${name}`);
  return result;
}
