import type { Page } from "@playwright/test";
import { buildRunAgainLink } from "../../client/state/lab-link.ts";
import type { CreatedCourse } from "../../shared/api/courses.ts";
import { paths } from "../../shared/api/paths.ts";
import { RunView } from "../../shared/api/runs.ts";
import { encodeSafetensors } from "../../shared/model/safetensors.ts";
import { sha256Hex } from "../../shared/spec/identity.ts";
import { trainOnKernels } from "../shared/training/train-on-kernels.ts";
import { wideRelu } from "../shared/training/wide-relu.ts";
import { expect, joinDemo, openLab, test, trainAll } from "./lab-test.ts";

test("a large run trains on a second thread, to the weights of one, which the server reproduces", async ({
  page,
  demo,
}) => {
  const { hash, isIsolated, workers } = await trainWide(page, demo);
  expect(isIsolated).toBe(true);
  expect(workers.filter((url) => url.includes("helper-worker"))).toHaveLength(1);
  expect(hash).toBe(hashOfOne());
});

test("where the page may not share memory, one thread trains the same", async ({ page, demo }) => {
  await page.route(
    (url) => url.pathname === "/lab",
    async (route) => {
      const response = await route.fetch();
      const { "cross-origin-embedder-policy": _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    },
  );
  const { hash, isIsolated, workers } = await trainWide(page, demo);
  expect(isIsolated).toBe(false);
  expect(workers.filter((url) => url.includes("helper-worker"))).toHaveLength(0);
  expect(hash).toBe(hashOfOne());
});

async function trainWide(page: Page, demo: CreatedCourse) {
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await joinDemo(page, demo);
  await openLab(page, buildRunAgainLink(wideRelu));
  await trainAll(page);
  const link = page.getByRole("link", { name: "reproduced" });
  await expect(link).toBeVisible();
  const token = (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
  const run = RunView.parse(await (await page.request.get(paths.runLink(token))).json());
  return { hash: run.weightsHash, isIsolated: await page.evaluate(() => crossOriginIsolated), workers };
}

function hashOfOne(): string {
  return sha256Hex(encodeSafetensors(wideRelu.model.layers, trainOnKernels(wideRelu).weights));
}
