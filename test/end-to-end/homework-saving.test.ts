import { paths } from "../../shared/api/paths.ts";
import { MLP } from "../client/pages/homework/classes.ts";
import { expect, joinDemo, test } from "./lab-test.ts";
import {
  codeBox,
  expectSaved,
  lookAgain,
  openNotebook,
  openOtherDevice,
  paste,
  saveStatus,
  textBox,
} from "./notebook.ts";

test.beforeEach(async ({ page, demo }) => {
  await joinDemo(page, demo);
});

test.describe("saving", () => {
  test("what is typed is with the class in seconds, and there after a reload", async ({ page }) => {
    await openNotebook(page);
    await textBox(page).fill("No overlap at all.");
    await codeBox(page).click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("# mine");
    await page.getByLabel("Neurons of the input layer").fill("64");
    await expectSaved(page);
    const { answers } = await (await page.request.get(paths.answers("demo"))).json();
    expect(answers.map(({ cell }: { cell: string }) => cell).sort()).toEqual([
      "1a-number",
      "1c-code",
      "3c-text",
    ]);
    await page.reload();
    await expect(textBox(page)).toHaveValue("No overlap at all.");
    await expect(codeBox(page)).toContainText("# mine");
    await expect(page.getByLabel("Neurons of the input layer")).toHaveValue("64");
  });

  test("a tab that is closed at once loses no letter", async ({ page, context }) => {
    await openNotebook(page);
    await textBox(page).pressSequentially("to the last letter");
    await page.close();
    const later = await context.newPage();
    await openNotebook(later);
    await expect(textBox(later)).toHaveValue("to the last letter");
    await expectSaved(later);
  });

  test("two tabs show each other's changes, and keep the cursor where it was", async ({ page, context }) => {
    await openNotebook(page);
    const other = await context.newPage();
    await openNotebook(other);
    await textBox(page).fill("one two");
    await expect(textBox(other)).toHaveValue("one two");
    await textBox(page).press("End");
    await textBox(other).fill("zero one two");
    await expect(textBox(page)).toHaveValue("zero one two");
    await page.keyboard.type(" three");
    await expect(textBox(other)).toHaveValue("zero one two three");
    await expectSaved(page);
    await expectSaved(other);
  });

  test.describe("without a network", () => {
    test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

    test("writing goes on, says where it is, and is sent when the network is back", async ({
      page,
      context,
    }) => {
      await openNotebook(page);
      await context.setOffline(true);
      await textBox(page).fill("written in a tunnel");
      await expect(saveStatus(page)).toHaveText(
        "Saved on this device; will be sent when the network is back.",
      );
      await context.setOffline(false);
      await expectSaved(page);
    });

    test("the page opens with what this device kept of homework and answers", async ({ page, context }) => {
      await openNotebook(page);
      await textBox(page).fill("written at home");
      await expectSaved(page);
      // The page's own files come from the browser's cache or a proxy; the class does not answer.
      await context.route("**/api/**", (route) => route.abort("internetdisconnected"));
      await page.reload();
      await expect(textBox(page)).toHaveValue("written at home");
      await textBox(page).fill("written in a tunnel");
      await expect(saveStatus(page)).toContainText("Saved on this device");
      await context.unroute("**/api/**");
      await lookAgain(page);
      await expectSaved(page);
    });

    test("what waits is sent from whichever page is opened next", async ({ page, context }) => {
      await openNotebook(page);
      await context.setOffline(true);
      await textBox(page).fill("written in a tunnel");
      await expect(saveStatus(page)).toContainText("Saved on this device");
      await page.close();
      await context.setOffline(false);
      const later = await context.newPage();
      await later.goto("/lab");
      const held = async () => (await later.request.get(paths.answers("demo"))).text();
      await expect.poll(held).toContain("written in a tunnel");
    });
  });

  test("a tab that can neither save nor send leaves its last words for the next one", async ({
    page,
    context,
  }) => {
    await openNotebook(page);
    const session = await context.cookies();
    await context.clearCookies();
    await page.evaluate(() => {
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException("the disk is full", "QuotaExceededError");
      };
    });
    await textBox(page).fill("last words");
    await expect(saveStatus(page)).toContainText("it has no room left for the lab");
    await page.close();
    await context.addCookies(session);
    const later = await context.newPage();
    await openNotebook(later);
    await expect(textBox(later)).toHaveValue("last words");
    await expectSaved(later);
  });

  test("an answer that is too long stays on the device and says so", { tag: "@whole" }, async ({ page }) => {
    await openNotebook(page);
    await textBox(page).fill("word ".repeat(8_001));
    await expect(page.locator("[id='3c-text']")).toContainText("expected a text of at most 40000");
    await page.reload();
    await expect(textBox(page)).toHaveValue(/^(word ){8001}$/);
    await textBox(page).fill("short again");
    await expectSaved(page);
  });

  test("another member of the same browser sees nothing of it, and sends nothing", { tag: "@whole" }, async ({
    page,
    context,
    demo,
  }) => {
    await openNotebook(page);
    await textBox(page).fill("the first one's words");
    await expectSaved(page);
    const other = await context.newPage();
    // Until it has asked the class who it is: without its cookie it would be told 404.
    await other.goto("/", { waitUntil: "networkidle" });
    await context.clearCookies();
    await other.evaluate(() => localStorage.removeItem("courses"));
    await joinDemo(other, demo);
    await expect(textBox(page)).toHaveValue("");
    await openNotebook(other);
    await expect(textBox(other)).toHaveValue("");
    const { answers } = await (await other.request.get(paths.answers("demo"))).json();
    expect(answers).toEqual([]);
  });

  test.use({ expectedErrors: [/status of 40[014]/] });
});

test.describe("two devices", () => {
  test("take each other's changes while nothing was changed here", async ({ page, browser }) => {
    await openNotebook(page);
    const phone = await openOtherDevice(page, browser);
    await openNotebook(phone);
    await paste(page, "Your MLP autoencoder", MLP);
    await expectSaved(page);
    await lookAgain(phone);
    await expect(codeBox(phone)).toContainText("self.linear_1 = nn.Linear(64, hidden_size)");
    await phone.context().close();
  });

  test.describe("that both change an answer", () => {
    test.use({ expectedErrors: [/status of 409/] });

    for (const [button, kept] of [
      ["Keep mine", "on the phone"],
      ["Keep theirs", "on the laptop"],
      ["Keep both, one below the other", "on the phone\n\non the laptop"],
    ] as const) {
      const tag = button.startsWith("Keep both") ? [] : "@whole";
      test(`keep both versions until the student chooses: ${button}`, { tag }, async ({ page, browser }) => {
        await openNotebook(page);
        const phone = await openOtherDevice(page, browser);
        await openNotebook(phone);
        await textBox(page).fill("on the laptop");
        await expectSaved(page);
        await textBox(phone).fill("on the phone");
        const choice = phone.getByRole("region", { name: /^There are two versions/ });
        await expect(choice).toContainText("on the phone");
        await expect(choice).toContainText("on the laptop");
        await expect(saveStatus(phone)).toContainText("One answer has two versions");
        await saveStatus(phone).getByRole("link", { name: "Go there" }).click();
        await expect(phone.getByRole("heading", { name: "Problem 3 Part (c)" })).toBeFocused();

        await choice.getByRole("button", { name: button, exact: true }).click();
        await expect(choice).toBeHidden();
        await expect(textBox(phone)).toHaveValue(kept);
        await expectSaved(phone);
        await lookAgain(page);
        await expect(textBox(page)).toHaveValue(kept);
        await phone.context().close();
      });
    }
  });
});
