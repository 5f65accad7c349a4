import { beforeEach, describe, expect, test } from "vitest";
import { SpecList } from "../../shared/api/courses.ts";
import { paths } from "../../shared/api/paths.ts";
import { BUILT_IN_PROBLEMS } from "../../shared/assignment/problems.ts";
import { DIGITS_PATH, DIGITS_SHA256 } from "../../shared/dataset/digits.ts";
import { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { sha256Hex, specId } from "../../shared/spec/identity.ts";
import { createCourse, join, makeBrowser, refusal, startLab } from "./lab.ts";
import { problem1, putRun, trainRun } from "./real-run.ts";

beforeEach(startLab);
const FOR_EVER = "public, max-age=31536000, immutable";

describe("the digits", () => {
  test("are served under a hashed address for ever, with their hash as ETag", async () => {
    const answer = await makeBrowser().send(DIGITS_PATH);
    expect(answer.headers.get("Cache-Control")).toBe(FOR_EVER);
    expect(answer.headers.get("ETag")).toBe(`"${DIGITS_SHA256}"`);
    expect(sha256Hex(new Uint8Array(await answer.arrayBuffer()))).toBe(DIGITS_SHA256);
  });

  test("are not sent again to who has them, also where a cache made the tag weak", async () => {
    for (const tag of [`"${DIGITS_SHA256}"`, `W/"${DIGITS_SHA256}"`, `"x", "${DIGITS_SHA256}"`]) {
      const answer = await makeBrowser().send(DIGITS_PATH, { headers: { "If-None-Match": tag } });
      expect(answer.status).toBe(304);
      expect((await answer.arrayBuffer()).byteLength).toBe(0);
    }
  });

  test("of another version are not found", async () => {
    expect((await refusal(await makeBrowser().send("/data/digits-0000000000000000.bin"))).status).toBe(404);
  });
});

describe("specs", () => {
  test("of the three problems are listed with their ids and sweeps", async () => {
    const { specs } = SpecList.parse(await (await makeBrowser().send(paths.specs)).json());
    expect(specs.map(({ problem, sweep }) => [problem, sweep])).toEqual(
      BUILT_IN_PROBLEMS.map(({ name, sweep }) => [name, sweep]),
    );
    expect(specs.every(({ id, sweep }) => id === specId(sweep.spec))).toBe(true);
  });

  test("are served under their id for ever, as the canonical JSON that the id is the hash of", async () => {
    const { specs } = SpecList.parse(await (await makeBrowser().send(paths.specs)).json());
    for (const { id, sweep } of specs) {
      const answer = await makeBrowser().send(paths.spec(id));
      expect(answer.headers.get("Cache-Control")).toBe(FOR_EVER);
      const text = await answer.text();
      expect(sha256Hex(new TextEncoder().encode(text))).toBe(id);
      expect(ExperimentSpec.parse(JSON.parse(text))).toEqual(sweep.spec);
    }
  });

  test("of uploaded runs are served too", async () => {
    const spec = problem1(7);
    expect((await refusal(await makeBrowser().send(paths.spec(specId(spec))))).status).toBe(404);
    const student = await join(await createCourse("ece-4803"));
    const { upload, weights } = trainRun(spec);
    await putRun(student, { course: "ece-4803", id: crypto.randomUUID(), run: upload, weights });
    const answer = await makeBrowser().send(paths.spec(specId(spec)));
    expect(await answer.json()).toEqual(spec);
  });

  test("of a course that is not there are not found", async () => {
    expect((await refusal(await makeBrowser().send(`${paths.specs}?course=none`))).status).toBe(404);
  });
});

test("a path that no route has gets a JSON 404 that names it", async () => {
  const answer = await refusal(await makeBrowser().send("/api/nothing"));
  expect(answer).toMatchObject({ status: 404, message: "There is no GET /api/nothing in this lab." });
});

test("every answer of the Worker forbids sniffing and framing", async () => {
  const answer = await makeBrowser().send(paths.specs);
  expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(answer.headers.get("X-Frame-Options")).toBe("SAMEORIGIN");
});
