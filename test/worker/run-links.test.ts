import { beforeEach, describe, expect, test } from "vitest";
import { paths } from "../../shared/api/paths.ts";
import { RunView, StoredRun } from "../../shared/api/runs.ts";
import { sha256Hex } from "../../shared/spec/identity.ts";
import { createCourse, join, makeBrowser, refusal, startLab } from "./lab.ts";
import { problem1, putRun, trainRun } from "./real-run.ts";

const trained = trainRun(problem1(5));
beforeEach(startLab);

async function share(claimed = trained.upload.metrics) {
  const student = await join(await createCourse("ece-4803"));
  const run = { ...trained.upload, metrics: claimed };
  const answer = await putRun(student, {
    course: "ece-4803",
    id: crypto.randomUUID(),
    run,
    weights: trained.weights,
  });
  return { student, token: StoredRun.parse(await answer.json()).runLink };
}

describe("a run link", () => {
  test("shows one run whole to anyone", async () => {
    const { student, token } = await share();
    const view = RunView.parse(await (await makeBrowser().send(paths.runLink(token))).json());
    expect(view).toMatchObject({
      spec: trained.upload.spec,
      history: trained.upload.history,
      metrics: trained.upload.metrics,
      verification: { status: "reproduced" },
      pseudonym: student.membership.member.pseudonym,
      weightsHash: sha256Hex(trained.weights),
    });
  });

  test("shows the server's numbers beside the claim that it rejected", async () => {
    const claimed = 0.9 * trained.upload.metrics.testMse;
    const { token } = await share({ ...trained.upload.metrics, testMse: claimed });
    const view = RunView.parse(await (await makeBrowser().send(paths.runLink(token))).json());
    expect(view.claimed.testMse).toBe(claimed);
    expect(view.metrics.testMse).toBe(trained.upload.metrics.testMse);
    expect(view.verification.status).toBe("rejected");
  });

  test("hands out the weights as they were sent, for ever", async () => {
    const { token } = await share();
    const answer = await makeBrowser().send(paths.runLinkWeights(token));
    expect(answer.headers.get("Cache-Control")).toContain("immutable");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(trained.weights);
  });

  test("that nobody made leads nowhere", async () => {
    for (const path of [paths.runLink("x".repeat(22)), paths.runLinkWeights("x".repeat(22))]) {
      expect((await refusal(await makeBrowser().send(path))).message).toContain("No run has this link");
    }
  });
});
