// Firefox and WebKitGTK, which `npm run test:browsers` drives, and what Debian calls them.
import { ToolError } from "../lab/programs.ts";
import { installDebian } from "./debian.ts";
import { findProgram, type Whereabouts } from "./find-program.ts";

export const OTHER_BROWSERS = ["firefox", "webkit"] as const;
export type OtherBrowser = (typeof OTHER_BROWSERS)[number];

type Need = Whereabouts & { readonly title: string; readonly debian: string };

const FIREFOX: Need = {
  title: "Firefox",
  variable: "FIREFOX_PATH",
  names: ["firefox-esr", "firefox"],
  places: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
  debian: "firefox-esr",
};
const WEBKIT_DRIVER: Need = {
  title: "WebKitGTK's driver",
  variable: "WEBKIT_DRIVER_PATH",
  names: ["WebKitWebDriver"],
  debian: "webkit2gtk-driver",
};
const XVFB: Need = {
  title: "Xvfb, the screen that WebKitGTK draws on",
  variable: "XVFB_PATH",
  names: ["Xvfb"],
  debian: "xvfb",
};
const NEEDS: Record<OtherBrowser, readonly Need[]> = { firefox: [FIREFOX], webkit: [WEBKIT_DRIVER, XVFB] };

export type WebkitPrograms = { readonly driver: string; readonly xvfb: string };

/** Throws ToolError where Firefox is absent. */
export function demandFirefox(): string {
  return demand(FIREFOX);
}

/** Throws ToolError where a part of it is absent. */
export function demandWebkit(): WebkitPrograms {
  return { driver: demand(WEBKIT_DRIVER), xvfb: demand(XVFB) };
}

/** Gets on Debian what these browsers lack. Throws ToolError, with the command to type, where something is absent still. */
export function demandBrowsers(wanted: readonly OtherBrowser[]): void {
  const needs = wanted.flatMap((name) => NEEDS[name]);
  if (listAbsent(needs).length > 0) installDebian(listAbsent(needs).map(({ debian }) => debian));
  const absent = listAbsent(needs);
  if (absent.length > 0) throw new ToolError(explain(absent));
}

function demand(need: Need): string {
  const path = findProgram(need);
  if (path === null) throw new ToolError(explain([need]));
  return path;
}

function listAbsent(needs: readonly Need[]): readonly Need[] {
  return needs.filter((need) => findProgram(need) === null);
}

function explain(absent: readonly Need[]): string {
  const titles = absent.map(({ title, variable }) => `${title} (or ${variable})`).join("; ");
  const packages = absent.map(({ debian }) => debian).join(" ");
  return `Not on this machine: ${titles}. On Debian: apt-get install ${packages}. Then run npm run test:browsers again.`;
}
