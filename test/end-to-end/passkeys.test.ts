import AxeBuilder from "@axe-core/playwright";
import { expect, makeCourse, test } from "./lab-test.ts";

test("an instructor adds a passkey, signs in with it by the keyboard, and removes it", async ({
  page,
  context,
  request,
  setupKey,
}) => {
  const { course, instructorKey } = await makeCourse(request, setupKey, "passkeys");
  const device = await context.newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`/sign-in#${instructorKey}`);
  await page.waitForURL(`/c/${course}/board`);
  await page.goto(`/c/${course}/me`);
  const name = page.getByRole("textbox", { name: "Name of a new passkey" });
  await name.fill(" ");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("a name that you will know it by");
  await name.fill("Laptop");
  await page.keyboard.press("Enter");
  const kept = page.getByRole("list", { name: "Your passkeys" }).getByRole("listitem");
  await expect(kept).toContainText(/Laptop.*not used yet/);
  await page.getByRole("button", { name: /^Sign out .*this one$/ }).click();
  await page.waitForURL("/join");

  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).press("Enter");
  await page.waitForURL(`/c/${course}/board`);
  await page.goto(`/c/${course}/me`);
  await expect(kept).toContainText(/Laptop.*last used/);
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole("button", { name: "Remove Laptop" }).click();
  await kept.getByRole("button", { name: "Remove Laptop" }).click();
  await expect(page.getByText("You have none in this course yet.")).toBeVisible();
});
