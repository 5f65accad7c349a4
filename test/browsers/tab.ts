import { expect } from "@playwright/test";
import * as z from "zod/mini";
import type { Driver } from "./driver.ts";
import { HAS_LIBRARY, LIBRARY, type Query, withFound } from "./query.ts";

const SEEN_MILLISECONDS = 30_000;
const Texts = z.array(z.string());

/** What a person does in a tab, the same in every browser. */
export type Tab = {
  goto(path: string): Promise<void>;
  path(): Promise<string>;
  /** What can be read of each element that is there now. */
  texts(query: Query): Promise<readonly string[]>;
  /** Waits until something is there; what can be read of the first. */
  see(query: Query, milliseconds?: number): Promise<string>;
  /** Waits for an element that is not disabled and presses it. */
  press(query: Query): Promise<void>;
  /** Fills a field with a text. */
  write(query: Query, text: string): Promise<void>;
  /** Picks the option with this label of a field. */
  pick(query: Query, label: RegExp): Promise<void>;
  /** Runs the body of a function in the page. */
  run(body: string): Promise<unknown>;
  screenshot(): Promise<Uint8Array>;
};

export function makeTab(driver: Driver): Tab {
  async function ask(query: Query, body: string): Promise<unknown> {
    await bringLibrary(driver);
    return await driver.run(withFound(query, body));
  }
  const texts = async (query: Query) =>
    Texts.parse(await ask(query, "return found.map((element) => element.innerText.trim());"));
  const until = async (what: string, check: () => Promise<unknown>, timeout = SEEN_MILLISECONDS) => {
    // A page that is just being left cannot be asked.
    await expect.poll(() => check().catch(String), { message: what, timeout }).toBe(true);
  };
  return {
    texts,
    goto: driver.goto,
    path: driver.path,
    run: driver.run,
    screenshot: driver.screenshot,
    see: async (query, milliseconds) => {
      await until(`see ${words(query)}`, async () => (await texts(query)).length > 0, milliseconds);
      return (await texts(query))[0] ?? "";
    },
    press: async (query) => {
      await until(`press ${words(query)}`, () =>
        ask(query, "return found.length > 0 && !found[0].disabled;"),
      );
      await driver.press(withFound(query, "return found[0];"));
    },
    write: async (query, text) => {
      await until(`write into ${words(query)}`, () => ask(query, writeBody(text)));
    },
    pick: async (query, label) => {
      await until(`pick ${label} of ${words(query)}`, () => ask(query, pickBody(label)));
    },
  };
}

async function bringLibrary(driver: Driver): Promise<void> {
  if ((await driver.run(HAS_LIBRARY)) !== true) await driver.run(LIBRARY);
}

function writeBody(text: string): string {
  return `if (found[0] === undefined) return false;
    found[0].value = ${JSON.stringify(text)};
    found[0].dispatchEvent(new Event("input", { bubbles: true }));
    return true;`;
}

function pickBody(label: RegExp): string {
  return `const option = [...(found[0]?.options ?? [])].find(({ label }) => ${label}.test(label));
    if (option === undefined || option.disabled) return false;
    option.selected = true;
    found[0].dispatchEvent(new Event("input", { bubbles: true }));
    found[0].dispatchEvent(new Event("change", { bubbles: true }));
    return true;`;
}

function words(query: Query): string {
  const own = "role" in query ? `${query.role} ${query.name ?? ""}`.trim() : String(query.text);
  return query.within === undefined ? own : `${own} in ${words(query.within)}`;
}
