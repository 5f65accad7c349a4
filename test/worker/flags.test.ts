import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Evidence, type Flag, FlagList, FlagView } from "../../shared/api/flags.ts";
import { paths } from "../../shared/api/paths.ts";
import { type RunUpload, StoredRun } from "../../shared/api/runs.ts";
import { AuditLog, StaffKey } from "../../shared/api/staff.ts";
import { scaleImages } from "../../shared/dataset/scaling.ts";
import { evaluate } from "../../shared/metrics/evaluate.ts";
import { encodeSafetensors } from "../../shared/model/safetensors.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { sha256Hex } from "../../shared/spec/identity.ts";
import { trainByMoments } from "../../shared/training/moments.ts";
import { secondMoments } from "../../shared/training/second-moments.ts";
import { openKernels } from "../../worker/kernels.ts";
import { runDailyStep } from "../../worker/privacy/daily-job.ts";
import { attemptOf, type Class, COURSE, makeClass, runAnswer, save, sendRun, textOf } from "./homework.ts";
import { type Browser, join, makeBrowser } from "./lab.ts";
import { digits, problem1, type RealRun, trainRun } from "./real-run.ts";

const asGiven = trainRun(problem1(20));
const chosen = trainRun(problem1(20, { seed: 8_271 }));

const TEXT =
  "The error falls quickly while the hidden layer is narrower than about forty numbers, and slowly after that. The first directions " +
  "carry most of the variation of the digits, so each further neuron buys less than the one before it did.";

let school: Class;
beforeEach(async () => {
  school = await makeClass();
});

async function list(browser: Browser = school.instructor) {
  return FlagList.parse(await (await browser.send(paths.flags(COURSE))).json());
}

async function open<K extends Evidence["kind"]>(flag: Flag | undefined, kind: K) {
  const answer = await school.instructor.send(paths.flag(COURSE, flag?.id ?? ""));
  const { evidence } = FlagView.parse(await answer.json());
  if (evidence.kind !== kind) throw new Error(`expected evidence of ${kind}, got ${evidence.kind}`);
  return evidence as Extract<Evidence, { kind: K }>;
}

async function send(browser: Browser, run: RealRun, id = crypto.randomUUID()): Promise<StoredRun> {
  return StoredRun.parse(await (await sendRun(browser, { id, run })).json());
}

/** The same weights and numbers under another claim of how they came about. */
function claim(run: RealRun, changes: Partial<RunUpload>): RealRun {
  const upload = { ...run.upload, ...changes };
  return { ...run, upload };
}

const onGpu = { engine: "tfjs", device: "webgpu" } as const;

/** Weights that saw every image, with the numbers that they have on the split that is claimed. */
function trainOnAll(spec: ExperimentSpec): RealRun {
  const training = trainByMoments(
    spec,
    secondMoments(scaleImages(digits, spec.dataset.scaling)),
    openKernels(),
  );
  const trainLoss: number[] = [];
  let step = training.next();
  for (; step.done !== true; step = training.next()) trainLoss.push(step.value.trainLoss);
  const weights = step.value;
  return {
    upload: {
      ...{ spec, ...onGpu, history: { trainLoss }, durationMs: 9 },
      metrics: evaluate({ spec, weights, digits }),
    },
    weights: encodeSafetensors(spec.model.layers, weights),
  };
}

/** As another GPU would have rounded. */
function rounded(run: RealRun): RealRun {
  const weights = run.weights.slice();
  weights[weights.length - 4] = (weights[weights.length - 4] ?? 0) ^ 1;
  return { ...run, weights };
}

describe("Nothing is flagged", () => {
  test("where two students train what the homework gives, on the processor or each on a GPU", async () => {
    const { student, other } = school;
    await send(student, asGiven);
    await send(other, asGiven);
    await send(student, claim(rounded(asGiven), onGpu));
    await send(other, claim(rounded(asGiven), onGpu));
    expect((await list()).flags).toEqual([]);
  });

  test("in an empty course, and tells what it looked at", async () => {
    expect(await list()).toEqual({ flags: [], more: false, unmeasured: 0, looked: { runs: 0, texts: 0 } });
  });

  test("where more than three students chose one seed", async () => {
    const { student, other, course } = school;
    for (const browser of [student, other, await join(course), await join(course)])
      await send(browser, chosen);
    expect((await list()).flags).toEqual([]);
  });

  test("of an honest run that a GPU trained: its gap is the honest one", async () => {
    await send(school.student, claim(rounded(asGiven), onGpu));
    const { flags, looked } = await list();
    expect(flags).toEqual([]);
    expect(looked.runs).toBe(1);
  });

  test("of a run that went on from a checkpoint", async () => {
    const resumed = [{ epoch: 20, engine: "moments", device: "processor", after: "lostDevice" } as const];
    const history = { ...asGiven.upload.history, resumed };
    const { verification } = await send(school.student, claim(rounded(asGiven), { history }));
    expect(verification.status).toBe("scored");
    expect((await list()).flags).toEqual([]);
  });

  test("where both quote the homework, or say little", async () => {
    const { student, other } = school;
    for (const browser of [student, other])
      await save(browser, "1f-text", textOf("It falls, then it stays."));
    expect((await list()).flags).toEqual([]);
  });
});

describe("The same weights", () => {
  test("from two seeds are flagged, with both runs and their links, the first one first", async () => {
    const { student, other } = school;
    const first = await send(student, asGiven);
    const later = await send(other, claim(asGiven, { spec: problem1(20, { seed: 5 }), ...onGpu }));
    const { flags } = await list();
    const flag = flags.find(({ kind }) => kind === "sameWeights");
    expect(flag).toMatchObject({
      runs: 1,
      reasons: ["differentSpecs"],
      first: { pseudonym: student.membership.member.pseudonym },
      later: { pseudonym: other.membership.member.pseudonym },
    });
    const { pairs } = await open(flag, "sameWeights");
    expect(pairs.map((pair) => [pair.first.runLink, pair.later.runLink])).toEqual([
      [first.runLink, later.runLink],
    ]);
    expect(pairs[0]?.first.weightsHash).toBe(sha256Hex(asGiven.weights));
    expect(pairs[0]?.later.spec.seed).toBe(5);
  });

  test("of a seed that only two have chosen are one flag for all their widths, in the parts that count them", async () => {
    const { student, other } = school;
    const narrow = trainRun(problem1(5, { seed: 8_271 }));
    for (const browser of [student, other]) {
      const id = crypto.randomUUID();
      await send(browser, chosen, id);
      await send(browser, narrow);
      await save(browser, "1f-run", runAnswer([attemptOf([{ id, run: chosen }])]));
    }
    const { flags } = await list();
    expect(flags).toMatchObject([{ kind: "sameWeights", runs: 2, reasons: ["sameSeed"], parts: ["1f"] }]);
  });

  test("of a whole class flag only the one who says that a GPU gave them", async () => {
    const { student, other, course } = school;
    const odd = await join(course);
    await send(odd, claim(asGiven, onGpu));
    for (const browser of [student, other]) await send(browser, asGiven);
    const { flags } = await list();
    expect(flags).toMatchObject([{ kind: "sameWeights", reasons: ["differentEngines"] }]);
    expect(flags[0]).toMatchObject({ first: { pseudonym: odd.membership.member.pseudonym } });
  });
});

describe("Weights that the seed does not give", () => {
  test("are flagged with what the server got", async () => {
    const forged = claim(asGiven, { spec: problem1(20, { seed: 5 }) });
    const { verification } = await send(school.student, forged);
    expect(verification.status).toBe("scored");
    const flag = (await list()).flags.find(({ kind }) => kind === "otherWeights");
    expect(flag).toMatchObject({ student: { pseudonym: school.student.membership.member.pseudonym } });
    const { run, again, firstLoss } = await open(flag, "otherWeights");
    expect(run.weightsHash).toBe(sha256Hex(asGiven.weights));
    expect(again?.weightsHash).toBe(sha256Hex(trainRun(problem1(20, { seed: 5 })).weights));
    expect(firstLoss?.epoch).toBe(0);
  });

  test("of training that is too long to be repeated are flagged where two students' differ, side by side", async () => {
    const { student, other } = school;
    const spec = problem1(20, { epochs: 10_000 });
    const long = claim(asGiven, { spec, history: { trainLoss: Array.from({ length: 10_000 }, () => 1) } });
    await send(student, long);
    await send(other, long);
    expect((await list()).flags).toEqual([]);
    await send(other, rounded(long));
    const { flags } = await list();
    expect(flags).toMatchObject([
      {
        kind: "otherWeights",
        student: { pseudonym: other.membership.member.pseudonym },
        rival: { pseudonym: student.membership.member.pseudonym },
      },
    ]);
    const { run, rival, again } = await open(flags[0], "otherWeights");
    expect(again).toBeNull();
    expect(rival?.specId).toBe(run.specId);
    expect(rival?.weightsHash).not.toBe(run.weightsHash);
  });

  test("are told from weights that it does give, with another loss curve", async () => {
    const trainLoss = asGiven.upload.history.trainLoss.map((loss, i) => (i < 30 ? loss : loss / 2));
    await send(school.student, claim(asGiven, { history: { trainLoss } }));
    const [flag] = (await list()).flags;
    const { run, again, firstLoss } = await open(flag, "otherWeights");
    expect(again?.weightsHash).toBe(run.weightsHash);
    expect(firstLoss?.epoch).toBe(30);
  });
});

describe("The gap of test and train error", () => {
  test("of weights that saw all images is flagged beside honest ones", async () => {
    const spec = problem1(80);
    const { verification } = await send(school.student, trainOnAll(spec));
    expect(verification.status).toBe("scored");
    const { flags, unmeasured } = await list();
    expect(unmeasured).toBe(0);
    expect(flags).toMatchObject([{ kind: "gap" }]);
    const [flag] = flags;
    if (flag?.kind !== "gap") throw new Error("no gap");
    expect(flag.sigmas).toBeLessThan(-50);
    expect(flag.gap).toBeLessThan(flag.honestGap);
    const { honest, seeds } = await open(flag, "gap");
    expect(seeds[0]?.honest).toBeCloseTo(honest.testMse - honest.trainMse, 12);
    expect(seeds[0]?.onAll).toBeCloseTo(flag.gap, 12);
    expect(seeds.length).toBeGreaterThan(3);
    expect(seeds.every(({ honest, onAll }) => honest > onAll)).toBe(true);
  });

  test("is measured once for a spec, and no longer asked for where training it honestly would take too long", async () => {
    await send(school.student, trainOnAll(problem1(80)));
    await list();
    const measured = "SELECT COUNT(*) AS gaps FROM honest_gaps";
    expect(await env.DB.prepare(measured).first()).toEqual({ gaps: 1 });
    await send(school.other, rounded(trainOnAll(problem1(80))));
    await send(
      school.other,
      claim(rounded(asGiven), { ...onGpu, spec: problem1(20, { epochs: 50, batchSize: 100 }) }),
    );
    expect((await list()).flags.filter(({ kind }) => kind === "gap")).toHaveLength(2);
    expect(await env.DB.prepare(measured).first()).toEqual({ gaps: 1 });
  });
});

describe("A text", () => {
  test("that stands whole in another's is flagged, with the passages in both, whatever its spaces and marks", async () => {
    const { student, other } = school;
    await save(student, "1f-text", textOf(TEXT));
    const pasted = `I think that:\n\n> ${TEXT.toUpperCase().replaceAll(", ", " — ").replaceAll(" ", "  ")}`;
    await save(other, "1f-text", textOf(pasted));
    const { flags, looked } = await list();
    expect(looked.texts).toBe(2);
    expect(flags).toMatchObject([{ kind: "copiedText", parts: ["1f"], share: 1 }]);
    const { cell, first, later } = await open(flags[0], "copiedText");
    expect(cell).toBe("1f-text");
    expect([first.markdown, later.markdown]).toEqual([TEXT, pasted]);
    const cut = ({ markdown, passages }: typeof first) => passages.map(([a, b]) => markdown.slice(a, b));
    expect(cut(first)).toEqual([TEXT.slice(0, -1)]);
    expect(cut(later)).toHaveLength(1);
    expect(first.begunAt).not.toBeNull();
  });

  test("that was begun first and saved last leaves open who was first", async () => {
    const { student, other } = school;
    const begun = await save(student, "1f-text", textOf("Later more."));
    await new Promise((done) => setTimeout(done, 5));
    await save(other, "1f-text", textOf(TEXT));
    await new Promise((done) => setTimeout(done, 5));
    await save(student, "1f-text", textOf(TEXT), begun);
    expect((await list()).flags).toMatchObject([{ kind: "copiedText", isOrderClear: false }]);
  });
});

describe("A flag that was looked at", () => {
  async function flagText() {
    const { student, other } = school;
    await save(student, "1f-text", textOf(TEXT));
    const revision = await save(other, "1f-text", textOf(TEXT));
    const [flag] = (await list()).flags;
    return { flag, path: paths.flagReview(COURSE, flag?.id ?? ""), revision };
  }

  test("says by whom and why, is in the log without a name, and can be opened again", async () => {
    const { path, flag } = await flagText();
    const { instructor } = school;
    expect((await instructor.put(path, { note: " They work together. " })).status).toBe(204);
    expect((await list()).flags[0]?.review).toMatchObject({ by: "instructor", note: "They work together." });
    expect((await instructor.put(path, { note: "They work together." })).status).toBe(204);
    expect((await instructor.remove(path)).status).toBe(204);
    expect((await list()).flags[0]?.review).toBeNull();
    const { entries } = AuditLog.parse(await (await instructor.send(paths.audit(COURSE))).json());
    expect(entries.map(({ change }) => change)).toEqual([
      { kind: "flagReopened", flag: flag?.id, about: "copiedText" },
      { kind: "flagLookedAt", flag: flag?.id, about: "copiedText" },
    ]);
  });

  test("stays looked at while its evidence stays, and new evidence is a new flag", async () => {
    const { path, revision } = await flagText();
    const { instructor, other } = school;
    await instructor.put(path, { note: "" });
    const own = "That is what I found when I looked at the plot with my own eyes today.";
    const next = await save(other, "1f-text", textOf(`${TEXT} ${own}`), revision);
    expect((await list()).flags[0]?.review).not.toBeNull();
    await save(other, "1f-text", textOf(TEXT.replace("quickly", "fast")), next);
    expect((await list()).flags).toMatchObject([{ review: null }]);
    expect((await instructor.put(path, { note: "" })).status).toBe(404);
  });

  test("is gone with the student it is about, and so is the note", async () => {
    const { path } = await flagText();
    const { instructor, other } = school;
    await instructor.put(path, { note: "A note on someone." });
    const { pseudonym } = other.membership.member;
    await other.post(paths.erasure(COURSE), { pseudonym });
    expect((await list()).flags).toEqual([]);
    for (let steps = 0; !(await runDailyStep(env, new Date())) && steps < 20; steps++);
    expect(await env.DB.prepare("SELECT COUNT(*) AS notes FROM flag_reviews").first()).toEqual({ notes: 0 });
  });
});

test("to students and graders a flag is not there, and their files say nothing of one", async () => {
  const { student, other, instructor } = school;
  const invited = await instructor.post(paths.staff(COURSE), { name: "Grader", role: "grader" });
  const grader = makeBrowser();
  await grader.post(paths.signIn, { key: StaffKey.parse(await invited.json()).signInKey });
  await save(student, "1f-text", textOf(TEXT));
  await save(other, "1f-text", textOf(TEXT));
  const [flag] = (await list()).flags;
  const id = flag?.id ?? "";
  await instructor.put(paths.flagReview(COURSE, id), { note: "Looked." });
  for (const browser of [student, grader]) {
    const nowhere = await (await browser.send(paths.flags("nowhere"))).text();
    for (const answer of [
      await browser.send(paths.flags(COURSE)),
      await browser.send(paths.flag(COURSE, id)),
      await browser.put(paths.flagReview(COURSE, id), { note: "" }),
      await browser.remove(paths.flagReview(COURSE, id)),
    ])
      expect([answer.status, await answer.text()]).toEqual([404, nowhere]);
  }
  expect((await student.send(paths.mine(COURSE, "flags"))).status).toBe(404);
  const log = await (await student.send(paths.mine(COURSE, "audit"))).text();
  expect(log).not.toMatch(/flag/i);
});

test("the page takes at most five statements once its gaps are measured", async () => {
  await send(school.student, trainOnAll(problem1(80)));
  await list();
  const prepared = vi.spyOn(Object.getPrototypeOf(env.DB), "prepare");
  await list();
  // Once a second the lab asks how many were erased, whatever the page.
  const asked = prepared.mock.calls.filter(([sql]) => !String(sql).includes("FROM erasures"));
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.length).toBeLessThanOrEqual(5);
  prepared.mockRestore();
});
