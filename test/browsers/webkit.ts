import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Builder, error, type WebDriver, type WebElement } from "selenium-webdriver";
import { demandWebkit } from "../../tools/check/other-browsers.ts";
import { findFreePort } from "../end-to-end/run-lab.ts";
import { startChild } from "./child.ts";
import type { Driver, Screen } from "./driver.ts";
import { watch } from "./watching-proxy.ts";

const READY_MILLISECONDS = 15_000;

/** The window of MiniBrowser, WebKitGTK's small browser, is as wide as its toolbar at least: on a phone that is nothing. */
const NARROW_TOOLBAR = `toolbar, toolbar *, entry, button, image {
  min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -gtk-icon-source: none;
}`;

/** WebKitGTK's MiniBrowser on a screen of its own, by classic WebDriver. */
export async function openWebkit(lab: string, screen: Screen): Promise<Driver> {
  const stops: (() => unknown)[] = [];
  const close = async () => {
    for (const stop of stops.toReversed()) await stop();
    stops.length = 0;
  };
  try {
    const folder = makeFolder();
    stops.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    const proxy = await watch(lab);
    stops.push(proxy.close);
    const { driver, xvfb } = demandWebkit();
    const display = startChild(xvfb, ["-displayfd", "3", "-screen", "0", "2000x4000x24", "-nolisten", "tcp"]);
    stops.push(display.stop);
    const port = await findFreePort();
    const server = startChild(driver, [`--port=${port}`], {
      DISPLAY: `:${await readLine(display.process.stdio[3])}`,
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CACHE_HOME: folder,
      // Neither a session bus nor a compositor is there.
      DBUS_SESSION_BUS_ADDRESS: "disabled:",
      GDK_BACKEND: "x11",
      GSETTINGS_BACKEND: "memory",
      NO_AT_BRIDGE: "1",
      // English; of C.UTF-8, which containers have, WebKitGTK makes the language "C", and Intl refuses that.
      LC_ALL: "C",
    });
    stops.push(server.stop);
    const address = `http://127.0.0.1:${port}`;
    await untilReady(`${address}/status`);
    const browser = await startSession(address, screen);
    stops.push(() => browser.quit().catch(() => {})); // a driver that died took its browser along
    await fitWindow(browser, screen);
    return { ...drive(browser, proxy.url), name: await readName(browser), errors: () => proxy.errors, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function drive(browser: WebDriver, lab: string): Omit<Driver, "name" | "errors" | "close"> {
  return {
    goto: (path) => browser.get(lab + path),
    path: async () => (await browser.getCurrentUrl()).slice(lab.length),
    run: (body) => browser.executeScript(body),
    async press(body) {
      for (;;) {
        const element = await browser.executeScript<WebElement | null>(body);
        if (element === null) throw new TypeError("there is nothing to press");
        try {
          return await element.click();
        } catch (failure) {
          // What is drawn anew in between is looked for again.
          if (!(failure instanceof error.StaleElementReferenceError)) throw failure;
        }
      }
    },
    screenshot: async () => Buffer.from(await browser.takeScreenshot(), "base64"),
  };
}

function startSession(address: string, { scheme }: Screen): Promise<WebDriver> {
  const args = ["--automation", ...(scheme === "dark" ? ["--dark-mode"] : [])];
  return new Builder()
    .usingServer(address)
    .withCapabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { args } })
    .build();
}

/** The window also holds the toolbar. */
async function fitWindow(browser: WebDriver, { width, height }: Screen): Promise<void> {
  await browser.manage().window().setRect({ x: 0, y: 0, width, height });
  const inner = await browser.executeScript<number>("return innerHeight");
  await browser
    .manage()
    .window()
    .setRect({ x: 0, y: 0, width, height: 2 * height - inner });
}

async function readName(browser: WebDriver): Promise<string> {
  const capabilities = await browser.getCapabilities();
  return `WebKitGTK ${capabilities.getBrowserVersion()}`;
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "latent-lab-webkit-"));
  mkdirSync(join(folder, "gtk-3.0"));
  writeFileSync(join(folder, "gtk-3.0/gtk.css"), NARROW_TOOLBAR);
  return folder;
}

/** The first line that a program writes to a pipe of its own. */
async function readLine(pipe: unknown): Promise<string> {
  if (!(pipe instanceof Readable)) throw new TypeError("expected a pipe to read");
  const [line] = await once(pipe, "data", { signal: AbortSignal.timeout(READY_MILLISECONDS) });
  return String(line).trim();
}

async function untilReady(url: string): Promise<void> {
  const deadline = performance.now() + READY_MILLISECONDS;
  while (performance.now() < deadline) {
    const ready = await fetch(url).then(
      (answer) => answer.body?.cancel().then(() => true) ?? true,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`WebKitWebDriver did not answer on ${url} within ${READY_MILLISECONDS} ms`);
}
