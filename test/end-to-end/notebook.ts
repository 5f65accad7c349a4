import type { Browser, Page } from "@playwright/test";
import { expect } from "./lab-test.ts";

/** Opens the demo course's homework and waits until it can be written in. */
export async function openNotebook(page: Page, anchor = ""): Promise<void> {
  await page.goto(`/c/demo/hw${anchor}`);
  await expect(page.getByRole("heading", { name: "Problem 1 Part (a)" })).toBeVisible();
}

/** The line that says where the work is saved. */
export function saveStatus(page: Page) {
  return page.locator(".save-status .status");
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(saveStatus(page)).toContainText(/^✓?\s*Everything is saved/);
}

/** Part 3 (c)'s text, which stands alone in its part. */
export function textBox(page: Page) {
  return page.getByRole("textbox", { name: "The ideal histograms" });
}

export function codeBox(page: Page, label = "Your MLP autoencoder") {
  return page.getByRole("textbox", { name: label });
}

/** Writes over what is in an editor, as one who pastes. */
export async function paste(page: Page, label: string, source: string): Promise<void> {
  await codeBox(page, label).click();
  await pasteOver(page, source);
}

/** Writes over what is in the editor that the keyboard is in. */
export async function pasteOver(page: Page, source: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+A");
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, source);
}

/** Another device of the same member: its session and what it remembers of the course, and nothing else. */
export async function openOtherDevice(page: Page, browser: Browser): Promise<Page> {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ storageState });
  return await context.newPage();
}

/** The page is looked at again, as after another window was in front: it asks the class what changed. */
export async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}
