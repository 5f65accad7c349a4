import { expect, test } from "vitest";
import { listPlacedParts } from "../../../shared/assignment/find-part.ts";
import { forStudents } from "../../../shared/assignment/for-students.ts";
import { BUILT_IN_HOMEWORK } from "../../../shared/assignment/homework/index.ts";
import { parseAssignment } from "../../../shared/assignment/parse-assignment.ts";
import { canonicalJson, sha256Hex } from "../../../shared/spec/identity.ts";
import { core, readReference } from "../reference.ts";

const parts = listPlacedParts(BUILT_IN_HOMEWORK);
const expectedOf = (id: string) => {
  const cell = parts.flatMap(({ part }) => part.cells).find((one) => one.id === id);
  return cell?.kind === "number" ? cell.expected : undefined;
};

test("every part has a rubric whose points are the part's, 100 together", () => {
  const sums = parts.map(({ part }) => (part.rubric ?? []).reduce((all, { points }) => all + points, 0));
  expect(sums).toEqual(parts.map(({ part }) => part.points));
  expect(sums.reduce((all, sum) => all + sum, 0)).toBe(100);
  expect(parseAssignment(BUILT_IN_HOMEWORK).ok).toBe(true);
});

test("every part has an item that the lab proposes, and all but the numbers and a plot one that people alone judge", () => {
  const linked = parts.map(({ part }) => (part.rubric ?? []).filter(({ cell }) => cell !== undefined).length);
  expect(Math.min(...linked)).toBeGreaterThan(0);
  const byHand = parts.filter(({ part }, i) => (part.rubric?.length ?? 0) > (linked[i] ?? 0));
  expect(parts.map(({ id }) => id).filter((id) => !byHand.some((one) => one.id === id))).toEqual([
    "1a",
    "1b",
    "3a",
  ]);
});

test("the expected neurons are the columns of load_digits().data, and of what nn.Linear(64, 5) takes and nn.Linear(5, 64) gives", () => {
  // make_core_reference.py: torch.tensor(digits.data / 16).float()[7], one image of load_digits().
  expect(expectedOf("1a-number")).toEqual({ value: core.scaling.unit.length, tolerance: 0 });
  // make_reference.py on mlp-5: state_dict() of nn.Sequential(nn.Linear(64, 5), nn.Linear(5, 64)).
  const { lastWeights = {} } = readReference("mlp-5");
  const [encoder, , decoder, bias] = Object.values(lastWeights).map(({ length }) => length);
  expect([encoder, decoder]).toEqual([5 * 64, 5 * 64]);
  expect(expectedOf("1b-number")).toEqual({ value: bias, tolerance: 0 });
});

test("what students read and hand in of it is, to the byte, what it was before it had answers", () => {
  const read = canonicalJson(forStudents(BUILT_IN_HOMEWORK));
  expect(sha256Hex(new TextEncoder().encode(read))).toBe(
    "3cf60dccca9756a43f8cac8abc255a504e36859f5eb0cd09fdc992a345df0fdc",
  );
});

test("a rubric item of a cell that is not there is refused, and names it", () => {
  const problems = BUILT_IN_HOMEWORK.problems.slice(0, 1);
  const parsed = parseAssignment({ ...BUILT_IN_HOMEWORK, problems });
  expect(parsed.ok).toBe(true);
  const lost = problems.map((problem) => ({
    ...problem,
    parts: problem.parts.map((part) => ({
      ...part,
      rubric: [{ id: "lost", label: "Lost", points: 1, cell: "9z-run" }],
    })),
  }));
  expect(parseAssignment({ ...BUILT_IN_HOMEWORK, problems: lost })).toMatchObject({
    error: { path: "problem 1 (a), rubric item lost", message: "cell names 9z-run, which is no cell" },
  });
});
