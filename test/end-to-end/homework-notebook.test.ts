import AxeBuilder from "@axe-core/playwright";
import { paths } from "../../shared/api/paths.ts";
import { MLP } from "../client/pages/homework/classes.ts";
import { expect, joinDemo, test } from "./lab-test.ts";
import { codeBox, expectSaved, openNotebook, openOtherDevice, paste, textBox } from "./notebook.ts";

/** `z` is used in lines 13 and 14 and assigned nowhere. */
const WITHOUT_Z = MLP.replace("z = self.linear_1(x)", "h = self.linear_1(x)");

test.beforeEach(async ({ page, demo }) => {
  await joinDemo(page, demo);
});

test.describe("code", () => {
  test("a class is read as it is written", async ({ page }) => {
    await openNotebook(page);
    await paste(page, "Your MLP autoencoder", MLP);
    const cell = page.locator("[id='1c-code']");
    await expect(cell).toContainText(
      "Autoencoder: 64 → 5 → 64, linear; latent after layer 1; 709 parameters",
    );
    await expect(cell).toContainText("hidden_size = 5");
    await expect(page.getByRole("link", { name: /^Part \(c\) ready/ })).toBeVisible();
  });

  test.describe("without the program that reads beside the page", () => {
    test.use({ expectedErrors: [/ERR_FAILED/] });

    test("is read in the page", async ({ page }) => {
      await page.route(/reading-worker/, (route) => route.abort());
      await openNotebook(page);
      await paste(page, "Your MLP autoencoder", MLP);
      await expect(page.locator("[id='1c-code']")).toContainText("Autoencoder: 64 → 5 → 64");
    });
  });

  test("a complaint names line and column and leads there by keyboard", async ({ page }) => {
    await openNotebook(page);
    await paste(page, "Your MLP autoencoder", WITHOUT_Z);
    const complaint = page.getByRole("button", {
      name: /^line 13, column 29 z is used before it is assigned/,
    });
    await expect(complaint).toBeVisible();
    await expect(page.locator(".cm-lintRange-error").first()).toHaveText("z");
    await complaint.focus();
    await page.keyboard.press("Enter");
    await expect(codeBox(page)).toBeFocused();
    await page.keyboard.press("Delete");
    await page.keyboard.type("h");
    await expect(codeBox(page)).toContainText("out = self.linear_2(h)");
    await expect(page.getByRole("button", { name: /^line 14, column 21/ })).toBeVisible();
    await expect(complaint).toBeHidden();
  });

  test("Tab indents; Escape and then Tab leaves the editor", async ({ page }) => {
    await openNotebook(page);
    await paste(page, "Your MLP autoencoder", "pass");
    await page.keyboard.press("Home");
    await page.keyboard.press("Tab");
    await expect(codeBox(page)).toHaveText(/^ {4}pass$/);
    await expect(codeBox(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    await expect(codeBox(page)).not.toBeFocused();
  });

  test("back to the starter, and undo brings the class back", async ({ page }) => {
    await openNotebook(page);
    await paste(page, "Your MLP autoencoder", MLP);
    const part = page.locator("[id='1c']");
    await part.getByRole("button", { name: "Back to the starter" }).click();
    await expect(codeBox(page)).toContainText("# make the layers here");
    await codeBox(page).click();
    await page.keyboard.press("ControlOrMeta+Z");
    await expect(codeBox(page)).toContainText("self.linear_1 = nn.Linear(64, hidden_size)");
  });
});

test("a text has its words counted and is shown as the report has it; nothing in it runs", async ({
  page,
}) => {
  await openNotebook(page);
  await textBox(page).fill(
    'Ideally **no overlap**: $e_2 < e_{\\text{other}}$ always.\n\n<img src="x" onerror="document.title = 1"> [link](javascript:document.title=2)',
  );
  const preview = page.locator("[id='3c']").getByRole("region", { name: /^Preview/ });
  await expect(preview.locator("strong")).toHaveText("no overlap");
  await expect(preview.locator("math")).toHaveCount(1);
  await expect(preview).toContainText('<img src="x"');
  await expect(preview.locator("img, a, script")).toHaveCount(0);
  await expect(page.locator("[id='3c']")).toContainText(/\d+ of at least 20 words/);
  await expect(page).toHaveTitle("Homework · Latent Lab");
});

test("the three digits are those of NumPy's RandomState(0).permutation(1797)", async ({ page }) => {
  await openNotebook(page);
  // load_digits().target[RandomState(0).permutation(1797)[:3]] is [2, 8, 2].
  await expect(page.getByRole("img", { name: /^A handwritten/ })).toHaveCount(3);
  const labels = await page.locator(".digits-cell li").allInnerTexts();
  expect(labels.map((text) => text.trim())).toEqual(["label 2", "label 8", "label 2"]);
});

test("a link leads to a part, and Alt with an arrow goes on from there, but not while one types", async ({
  page,
}) => {
  await openNotebook(page, "#2b");
  const heading = (name: string) => page.getByRole("heading", { name });
  await expect(heading("Problem 2 Part (b)")).toBeFocused();
  const current = page.getByRole("navigation", { name: "Parts" }).locator("[aria-current]");
  await expect(current).toHaveText(/^Part \(b\)/);
  await page.keyboard.press("Alt+ArrowDown");
  await expect(heading("Problem 2 Part (c)")).toBeFocused();
  await expect(page).toHaveURL(/#2c$/);
  await page.keyboard.press("Alt+ArrowUp");
  await expect(heading("Problem 2 Part (b)")).toBeFocused();
  await textBox(page).click();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(textBox(page)).toBeFocused();
  // A jump over many parts is noticed like a scroll through them.
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, 0));
    await expect(current).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
});

test.describe("handing in", () => {
  test("says what is missing, and gives a receipt with the server's time", async ({ page }) => {
    await openNotebook(page, "#hand-in");
    const section = page.getByRole("region", { name: "Before you hand in" });
    await expect(section).toContainText("Write your answer, in at least 20 words.");
    await expect(section).toContainText("Tick the honour line.");
    await section.getByLabel("First name").fill("Ada");
    await section.getByLabel("Last name").fill("Lovelace");
    await section.getByLabel(/^I did this homework myself/).check();
    await page.getByLabel("Neurons of the input layer").fill("64");
    await section.getByRole("button", { name: "Hand in with 14 gaps" }).click();
    await expect(section.getByRole("status")).toContainText(/Handed in, /);
    await expect(section).toContainText("number 1, the one that counts");
    const { submissions } = await (await page.request.get(paths.submissions("demo"))).json();
    expect(submissions).toMatchObject([{ number: 1 }]);
    await expect(section.locator("time")).toHaveAttribute("datetime", submissions[0].receivedAt);
    await expect(section).toContainText(submissions[0].contentHash);
    await section.getByRole("button", { name: /^Hand in again/ }).click();
    await expect(section).toContainText("number 2, the one that counts");
  });

  test.describe("on a line that loses the answer", () => {
    test.use({ expectedErrors: [/ERR_FAILED/] });

    test("counts once, however often it was sent", async ({ page }) => {
      let isLost = true;
      await page.route("**/submissions/*", async (route) => {
        await route.fetch();
        if (isLost) await route.abort();
        else await route.continue();
      });
      await openNotebook(page, "#hand-in");
      const section = page.getByRole("region", { name: "Before you hand in" });
      await section.getByRole("button", { name: /^Hand in with/ }).click();
      await expect(section.getByRole("status")).toContainText("No answer came");
      await page.reload();
      await expect(section.getByRole("status")).toContainText("No answer came");
      isLost = false;
      await expect(section.getByRole("status")).toContainText(/Handed in, /);
      await expect(section).toContainText("number 1, the one that counts");
    });
  });
});

for (const [scheme, width] of [
  ["dark", 360],
  ["light", 1280],
] as const) {
  test.describe(`${scheme}, ${width} px`, { tag: scheme === "light" ? "@whole" : [] }, () => {
    test.use({ colorScheme: scheme, viewport: { width, height: 900 }, expectedErrors: [/status of 409/] });

    test("the page passes axe and scrolls down only, whatever stands in it", async ({ page, browser }) => {
      test.slow();
      await openNotebook(page);
      const phone = await openOtherDevice(page, browser);
      await openNotebook(phone);
      await textBox(phone).fill("on the phone");
      await expectSaved(phone);
      await textBox(page).fill("on the laptop, with $x^2$ and\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`code`");
      await expect(page.getByRole("region", { name: /^There are two versions/ })).toBeVisible();
      await paste(page, "Your MLP autoencoder", MLP);
      await paste(page, "Your regularized autoencoder", WITHOUT_Z);
      await expect(page.getByRole("button", { name: /^line 13/ })).toBeVisible();
      await page.getByText("How this page works").click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
        [],
      );
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBe(0);
      await phone.context().close();
    });
  });
}
