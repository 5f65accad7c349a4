// `npm run deploy [-- --dry-run]`: build, migrate, deploy, and seed the demo course where SETUP_KEY is given.
import { paths } from "../../shared/api/paths.ts";
import { seedAt } from "../demo/seed-at.ts";
import { build, builtConfig } from "../lab/build.ts";
import { demandSuccess, main, ToolError } from "../lab/programs.ts";
import { deployWorker, ensureDatabase, migrateRemotely } from "./cloudflare.ts";
import { describePlan, type Plan, readPlan } from "./plan.ts";

const ANSWERS_WITHIN_SECONDS = 90;

await main(async () => {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => arg !== "--dry-run");
  if (unknown !== undefined) {
    throw new ToolError(`There is no option ${unknown}: npm run deploy, or npm run deploy -- --dry-run.`);
  }
  await build();
  const setupKey = process.env.SETUP_KEY;
  const plan = readPlan(builtConfig(), setupKey);
  await (args.includes("--dry-run") ? rehearse(plan) : deploy(plan, setupKey));
  return 0;
});

async function rehearse(plan: Plan): Promise<void> {
  const output = await demandSuccess({
    what: "The dry run",
    program: "wrangler",
    args: ["deploy", "--dry-run", "--config", plan.config],
  });
  console.log(`${output.trim()}\n\nnpm run deploy would, after this build:`);
  for (const [i, step] of describePlan(plan).entries()) console.log(`  ${i + 1}. ${step}`);
}

async function deploy(plan: Plan, setupKey: string | undefined): Promise<void> {
  await ensureDatabase(plan);
  await migrateRemotely(plan);
  const url = await deployWorker(plan, setupKey);
  if (url === null) {
    console.log(`Deployed ${plan.worker}, which has no address yet: give it a route or a workers.dev name.`);
    return;
  }
  console.log(`Deployed: ${url}`);
  if (!setupKey) return;
  await untilAnswering(url);
  await seedAt(url, setupKey);
}

/** A new address takes a while to be known. */
async function untilAnswering(url: string): Promise<void> {
  const deadline = performance.now() + ANSWERS_WITHIN_SECONDS * 1_000;
  while (performance.now() < deadline) {
    const ok = await fetch(url + paths.specs).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new ToolError(`${url} does not answer yet. Later: SETUP_KEY=... node tools/seed.ts ${url}`);
}
