import puppeteer from "puppeteer-core";
import { demandFirefox } from "../../tools/check/other-browsers.ts";
import type { Driver, Screen } from "./driver.ts";

const SCHEMES = { dark: 0, light: 1 } as const;

/** Firefox without a window, by WebDriver BiDi. */
export async function openFirefox(lab: string, { width, height, scheme }: Screen): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: demandFirefox(),
    headless: true,
    extraPrefsFirefox: {
      "dom.webgpu.enabled": false, // as long as Linux has it off, and after
      "layout.css.prefers-color-scheme.content-override": SCHEMES[scheme],
    },
  });
  const [page = await browser.newPage()] = await browser.pages();
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => errors.push(`${page.url()}: ${String(error)}`));
  await page.setViewport({ width, height });
  return {
    name: (await browser.version()).replace("firefox/", "Firefox "),
    goto: async (path) => {
      await page.goto(lab + path);
    },
    path: async () => page.url().slice(lab.length),
    run: (body) => page.evaluate(asFunction(body)),
    press: async (body) => {
      const element = await page.evaluateHandle<[], () => Element>(asFunction(body));
      await element.click();
    },
    screenshot: () => page.screenshot(),
    errors: () => errors,
    close: () => browser.close(),
  };
}

function asFunction(body: string): string {
  return `(() => { ${body}\n })()`;
}
