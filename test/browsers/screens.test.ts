import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { labLink } from "../end-to-end/lab-test.ts";
import type { Screen } from "./driver.ts";
import { expect, joinDemo, test, trainAll } from "./lab-test.ts";
import type { Tab } from "./tab.ts";

/** What was seen stays here, to be looked at: `firefox-lab-360-dark.png`. */
const PICTURES = fileURLToPath(new URL("../../node_modules/.cache/browsers-screens/", import.meta.url));

/** As tall as the longest page, so that a picture shows it whole. */
const SCREENS: readonly Omit<Screen, "scheme">[] = [
  { width: 1280, height: 2000 },
  { width: 360, height: 3600 },
];

/** WebKitGTK's picture is of the last frame that it painted. */
const PAINTED =
  "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";

for (const scheme of ["light", "dark"] as const) {
  for (const screen of SCREENS) {
    test(`${scheme}, ${screen.width} pixels: every page scrolls down only`, async ({
      openTab,
      demo,
      browserUnderTest,
    }) => {
      const tab = await openTab({ ...screen, scheme });
      const look = async (name: string) => {
        const [inner, over] = await measure(tab);
        expect.soft(inner).toBe(screen.width);
        expect.soft(over, `pixels that ${name} is too wide`).toBe(0);
        mkdirSync(PICTURES, { recursive: true });
        const file = `${browserUnderTest}-${name}-${screen.width}-${scheme}.png`;
        await tab.run(PAINTED);
        writeFileSync(PICTURES + file, await tab.screenshot());
      };
      await tab.goto("/");
      await tab.see({ text: /epochs took/ });
      await look("home");
      await joinDemo(tab, demo);
      await look("joined");
      await tab.goto(labLink({ seeds: [0, 1] }));
      await trainAll(tab);
      await tab.see({ role: "link", name: "reproduced" });
      await look("lab");
      await tab.press({ role: "link", name: "reproduced" });
      await tab.see({ text: /^Reproduced: the server trained this from its seed/ });
      await tab.see({ text: /Your browser just ran these weights/ });
      await look("run");
      await tab.goto("/c/demo/board");
      await tab.see({ role: "row", name: /PCA floor/ });
      await look("board");
    });
  }
}

async function measure(tab: Tab): Promise<readonly unknown[]> {
  const body =
    "const page = document.documentElement; return [innerWidth, page.scrollWidth - page.clientWidth];";
  const found = await tab.run(body);
  return Array.isArray(found) ? found : [];
}
