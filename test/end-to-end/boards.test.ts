import AxeBuilder from "@axe-core/playwright";
import { expect, joinDemo, labLink, makeCourse, openClassPage, openLab, test, trainAll } from "./lab-test.ts";

test.use({ expectedErrors: [/INTERNET_DISCONNECTED/] });

test("an instructor limits and hides a board, and who looks at it sees that within moments @whole", async ({
  page,
  browser,
  context,
  request,
  setupKey,
}) => {
  const course = await makeCourse(request, setupKey, `boards-${crypto.randomUUID().slice(0, 8)}`);
  const student = await (await browser.newContext()).newPage();
  const pseudonym = await joinDemo(student, course);
  await openLab(student, labLink({ widths: [5] }));
  await trainAll(student);
  await expect(student.getByText(/It counts on the board MLP autoencoders\./)).toBeVisible();
  await student.goto(`/c/${course.course}/board`);
  const ranking = student.getByRole("table", { name: "Ranking at hidden size 5" });
  await expect(ranking.getByRole("row", { name: pseudonym })).toBeVisible();
  await expect(ranking.getByRole("row", { name: "PCA of 5 numbers" })).toContainText("384");

  await page.goto(`/sign-in#${course.instructorKey}`);
  await openClassPage(page, "Boards");
  await page.getByRole("button", { name: "Change MLP autoencoders" }).click();
  await expect(page.getByText("1 of 1 run would count, of 1 seat.")).toBeVisible();
  await page.getByLabel("Epochs, at most").fill("49");
  await expect(page.getByText("It trained for more than the 49 epochs of this board.")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save the board" }).click();
  await expect(page.getByText("The server cannot be reached")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByLabel("Epochs, at most")).toHaveValue("49");
  await page.getByRole("button", { name: "Save the board" }).click();
  await expect(page.getByText("Saved; the runs that are there were judged by it.")).toBeVisible();
  await expect(ranking.getByRole("row", { name: pseudonym })).toHaveCount(0);

  await page.getByRole("button", { name: "Hide MLP autoencoders" }).click();
  await expect(student.getByRole("heading", { name: "This board is not open yet" })).toBeVisible();
});
