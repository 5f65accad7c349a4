// `node tools/class/first-paint.ts LINK`: how long the class page takes to show a class, in a new browser. LINK is a sign-in link.
import { chromium } from "@playwright/test";
import { findBrowser } from "../check/browser.ts";
import { main, ToolError } from "../lab/programs.ts";

const TIMES = 5;

await main(async () => {
  const link = process.argv[2] ?? "";
  if (!URL.canParse(link))
    throw new ToolError("expected a sign-in link, as npm run class prints it for the instructor");
  const executablePath = findBrowser() ?? undefined;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      serviceWorkers: "block",
    });
    const page = await context.newPage();
    await page.goto(link);
    await page.getByRole("link", { name: "Class", exact: true }).click();
    await page.getByRole("grid").waitFor();
    const students = Number(await page.getByRole("grid").getAttribute("aria-rowcount")) - 1;
    const took: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      await page.reload({ waitUntil: "commit" });
      await page.getByRole("gridcell").first().waitFor();
      // From the navigation's start to the frame after the rows are there.
      took.push(
        await page.evaluate(
          () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now()))),
        ),
      );
    }
    console.log(`${students} students shown after ${took.map((ms) => Math.round(ms)).join(", ")} ms`);
  } finally {
    await browser.close();
  }
  return 0;
});
