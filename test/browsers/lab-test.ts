import { test as base, expect } from "@playwright/test";
import * as z from "zod/mini";
import { CreatedCourse } from "../../shared/api/courses.ts";
import type { OtherBrowser } from "../../tools/check/other-browsers.ts";
import type { Driver, OpenDriver, Screen } from "./driver.ts";
import { openFirefox } from "./firefox.ts";
import { makeTab, type Tab } from "./tab.ts";
import { openWebkit } from "./webkit.ts";

export { expect } from "@playwright/test";

export const DESKTOP: Screen = { width: 1280, height: 900, scheme: "light" };

const OPEN: Record<OtherBrowser, OpenDriver> = { firefox: openFirefox, webkit: openWebkit };

export type Options = { readonly browserUnderTest: OtherBrowser };
type Fixtures = {
  /** The demo course's join code and instructor key. */
  demo: CreatedCourse;
  /** Opens a browser with a fresh profile: another person's. */
  openTab: (screen?: Screen) => Promise<Tab>;
  tab: Tab;
};

/** A test on the shared lab in the project's browser. Fails where a page throws, logs an error or breaks its policy. */
export const test = base.extend<Options & Fixtures>({
  browserUnderTest: ["firefox", { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads in this pattern what a fixture needs
  demo: ({}, use) => use(z.parse(CreatedCourse, JSON.parse(process.env.LAB_DEMO ?? "null"))),
  openTab: async ({ browserUnderTest, baseURL }, use) => {
    const drivers: Driver[] = [];
    try {
      await use(async (screen = DESKTOP) => {
        const driver = await OPEN[browserUnderTest](baseURL ?? "", screen);
        drivers.push(driver);
        tellOnce(driver.name);
        return makeTab(driver);
      });
      expect(drivers.flatMap((driver) => driver.errors())).toEqual([]);
    } finally {
      await Promise.all(drivers.map((driver) => driver.close()));
    }
  },
  tab: async ({ openTab }, use) => use(await openTab()),
});

const told = new Set<string>();

/** A run's output names the versions that it saw. */
function tellOnce(name: string): void {
  if (!told.has(name)) process.stdout.write(`In ${name}\n`);
  told.add(name);
}

/** Joins the demo course as one more student and returns the pseudonym. */
export async function joinDemo(tab: Tab, demo: CreatedCourse): Promise<string> {
  await tab.goto(`/join/${demo.joinCode}`);
  await tab.write({ role: "textbox", name: "Your name" }, "Ada Lovelace");
  await tab.press({ role: "button", name: `Join ${demo.title}` });
  return (await tab.see({ role: "heading", name: /^You are / })).replace("You are ", "").trim();
}

/** Presses Train and waits until every run has finished. */
export async function trainAll(tab: Tab): Promise<string> {
  await tab.press({ role: "button", name: /^Train \d+ model/ });
  return await tab.see({ text: /^Trained \d+ models? in/ }, 45_000);
}
