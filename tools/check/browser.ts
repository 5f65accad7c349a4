// The browser that end-to-end tests drive: a Chromium without a window where there is one or can be, else a whole one.
import { chromium } from "@playwright/test";
import { runProgram, ToolError } from "../lab/programs.ts";
import { installDebian, reason } from "./debian.ts";
import { findProgram } from "./find-program.ts";

/** The same engine as Chromium's, without a window to draw: end-to-end tests take a third less time in it. */
const HEADLESS_SHELLS = ["chromium-headless-shell", "chrome-headless-shell"];

/** The path of a Chrome or Chromium that is there: CHROMIUM_PATH, a headless shell, an installed one, Playwright's own; or null. */
export function findBrowser(): string | null {
  return (
    findHeadlessShell() ??
    findProgram({
      variable: "CHROMIUM_PATH",
      names: ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "chrome"],
      places: [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
        "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
        chromium.executablePath(),
      ],
    })
  );
}

/** As `findBrowser`, but gets one where none is there. Throws ToolError where that cannot be done. */
export async function demandBrowser(): Promise<string> {
  if (findHeadlessShell() === null) installDebian(["chromium-headless-shell"]);
  const found = findBrowser();
  if (found !== null) return found;
  console.log("No Chrome or Chromium is installed: getting Playwright's own.");
  const download = await runProgram({ program: "playwright", args: ["install", "chromium"] });
  const own = findBrowser();
  if (own !== null) return own;
  console.log(`That failed (${reason(download.output)}).`);
  installDebian(["chromium"]);
  const debian = findBrowser();
  if (debian !== null) return debian;
  throw new ToolError(
    "End-to-end tests need Chrome or Chromium, and none could be installed: install one, or set CHROMIUM_PATH to it, then run npm test again.",
  );
}

function findHeadlessShell(): string | null {
  return findProgram({ variable: "CHROMIUM_PATH", names: HEADLESS_SHELLS });
}
