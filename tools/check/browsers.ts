// `npm run test:browsers [-- firefox | webkit]`: the lab in browsers that Playwright does not drive, without WebGPU.
import { main, ToolError } from "../lab/programs.ts";
import { countPlaywright } from "./count.ts";
import { demandBrowsers, OTHER_BROWSERS } from "./other-browsers.ts";
import { runCounted } from "./run-counted.ts";

await main(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !OTHER_BROWSERS.some((one) => one === name));
  if (unknown !== undefined) {
    throw new ToolError(`There is no browser ${unknown}: expected ${OTHER_BROWSERS.join(" or ")}.`);
  }
  const wanted = OTHER_BROWSERS.filter((name) => asked.length === 0 || asked.includes(name));
  demandBrowsers(wanted);
  const start = performance.now();
  const { passed, failed } = await runCounted({
    program: "playwright",
    args: () => [
      ...["test", "--config", "test/browsers/playwright.config.ts"],
      ...wanted.flatMap((name) => ["--project", name]),
    ],
    env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
    report: "browsers.json",
    count: countPlaywright,
    onOutput: (text) => process.stdout.write(text),
    tidiesUp: true,
  });
  const seconds = Math.round((performance.now() - start) / 1_000);
  console.log(`\n${passed} passed, ${failed} failed (${seconds} s)`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
