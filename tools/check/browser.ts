// The browser that end-to-end tests drive: one that is installed, else Playwright's own, else Debian's.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { runProgram, ToolError } from "../lab/programs.ts";

const NAMES = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "chrome"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
];

/** The path of a Chrome or Chromium that is there: CHROMIUM_PATH, an installed one, Playwright's own; or null. */
export function findBrowser(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== "") return given;
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...installed, ...PLACES, chromium.executablePath()].find(canRun) ?? null;
}

/** As `findBrowser`, but gets one where none is there. Throws ToolError where that cannot be done. */
export async function demandBrowser(): Promise<string> {
  const found = findBrowser();
  if (found !== null) return found;
  console.log("No Chrome or Chromium is installed: getting Playwright's own.");
  const download = await runProgram({ program: "playwright", args: ["install", "chromium"] });
  const own = findBrowser();
  if (own !== null) return own;
  console.log(`That failed (${reason(download.output)}).`);
  if (process.getuid?.() === 0 && canRun("/usr/bin/apt-get")) {
    console.log("Installing Debian's chromium with apt-get.");
    aptGet("update");
    aptGet("install", "--yes", "--no-install-recommends", "chromium");
  }
  const debian = findBrowser();
  if (debian !== null) return debian;
  throw new ToolError(
    "End-to-end tests need Chrome or Chromium, and none could be installed: install one, or set CHROMIUM_PATH to it, then run npm test again.",
  );
}

function aptGet(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, stderr } = spawnSync("apt-get", ["-qq", ...args], { env, encoding: "utf8" });
  if (status !== 0) console.log(`apt-get ${args[0]} failed: ${reason(stderr)}`);
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The line of a program's output that says what went wrong, as far as can be told. */
function reason(text: string): string {
  const lines = text.trim().split("\n");
  return (lines.find((line) => /error|failed|^E:/i.test(line)) ?? lines.at(-1) ?? "").trim();
}
