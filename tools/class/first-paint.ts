import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "../check/browser.ts";

const TIMES = 5;

export type FirstPaint = { readonly students: number; readonly milliseconds: readonly number[] };

/** Opens a class page by its staff's sign-in link, and again: from each navigation's start to the frame that has its students. */
export async function measureFirstPaint(link: string): Promise<FirstPaint> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    args: ["--no-sandbox"],
    ...(executablePath === null ? {} : { executablePath }),
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
    await page.addInitScript(noteFirstCell);
    await page.goto(link);
    await page.getByRole("link", { name: "Class", exact: true }).click();
    await page.getByRole("gridcell").first().waitFor();
    const students = Number(await page.getByRole("grid").getAttribute("aria-rowcount")) - 1;
    const milliseconds: number[] = [];
    for (let i = 0; i < TIMES; i++) milliseconds.push(await timeOnce(page));
    return { students, milliseconds };
  } finally {
    await browser.close();
  }
}

/** The page notes the frame after its first cell itself: to ask from outside takes longer than what is measured. */
async function timeOnce(page: Page): Promise<number> {
  await page.reload();
  await page.locator("html[data-shown-at]").waitFor({ state: "attached" });
  return page.evaluate(() => Number(document.documentElement.dataset.shownAt));
}

/** Runs in the page before its own scripts. */
function noteFirstCell(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector("[role=grid] td[data-state]") === null) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        document.documentElement.dataset.shownAt = String(performance.now());
      }),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}
