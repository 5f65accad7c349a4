import { describe, expect, it } from "vitest";
import { type Answer, type Answers, type Attempt, COVER } from "../../../shared/assignment/answers.ts";
import { listCells } from "../../../shared/assignment/assignment.ts";
import {
  type Check,
  type CodeVerdict,
  checkAssignment,
  readNumber,
} from "../../../shared/assignment/completeness.ts";
import { BUILT_IN_HOMEWORK } from "../../../shared/assignment/homework/index.ts";
import { specOf } from "../../../shared/assignment/homework/specs.ts";

const METRICS = { trainMse: 0.8, testMse: 0.9, randomMse: 1 };

function attempt(widths: readonly number[], changes: Partial<Attempt> = {}): Attempt {
  const runs = widths.map((width) => ({
    id: `00000000-0000-4000-8000-${String(width).padStart(12, "0")}`,
    width,
    spec: specOf("problem-1", width),
    metrics: METRICS,
  }));
  return {
    ...{ id: "00000000-0000-4000-8000-100000000000", name: "first", at: 1, settings: {}, runs, failed: [] },
    ...changes,
  };
}
const run = (...attempts: Attempt[]): Answer => ({ kind: "run", settings: {}, attempts, pinned: null });
const words = (count: number): Answer => ({ kind: "text", markdown: Array(count).fill("word").join(" ") });

/** The check of `1f`, `cover` and so on, with these answers. */
function check(
  where: string,
  answers: Record<string, Answer>,
  verdict: CodeVerdict = { status: "accepted" },
): Check {
  const found = checkAssignment(new Map(Object.entries(answers)), {
    assignment: BUILT_IN_HOMEWORK,
    readCode: () => verdict,
  });
  const part = found.parts.find(({ problem, part }) => `${problem.number}${part.letter}` === where);
  const { state, missing } = where === "cover" ? found.cover : (part ?? fail(where));
  return { state, missing };
}
function fail(where: string): never {
  throw new TypeError(`there is no part ${where}`);
}

describe("an untouched homework", () => {
  it("is empty in every part, and every part says what to do", () => {
    const { parts, cover } = checkAssignment(new Map(), {
      assignment: BUILT_IN_HOMEWORK,
      readCode: () => ({ status: "accepted" }),
    });
    expect(parts).toHaveLength(15);
    for (const { state, missing } of [...parts, cover]) {
      expect(state).toBe("empty");
      expect(missing.length).toBeGreaterThan(0);
      for (const { message } of missing) expect(message).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe("a number", () => {
  const number = (text: string) => check("1a", { "1a-number": { kind: "number", text } });

  it.each(["64", " 64 ", "64.0", "+6.4e1", ".5", "1,797", "-3"])("is ready as %j", (text) => {
    expect(number(text)).toEqual({ state: "ready", missing: [] });
  });

  it.each(["sixty-four", "64 neurons", "1,79", "6 4", "0x40", "Infinity", "NaN", "."])(
    "is no number as %j",
    (text) => {
      const missing = [{ cell: "1a-number", message: `“${text}” is not a number; write one, such as 12.` }];
      expect(number(text)).toEqual({ state: "draft", missing });
    },
  );

  it("is empty where it was deleted again", () => {
    expect(number("  ")).toEqual({
      state: "empty",
      missing: [{ cell: "1a-number", message: "Write the number." }],
    });
  });

  it("is read with its thousands", () => {
    expect(readNumber("1,234,567.5")).toBe(1_234_567.5);
  });
});

describe("a text", () => {
  it("is ready with as many words as are asked for", () => {
    expect(check("3b", { "3b-text": words(25) })).toEqual({ state: "ready", missing: [] });
    expect(check("3b", { "3b-text": words(24) })).toEqual({
      state: "draft",
      missing: [{ cell: "3b-text", message: "Say more: 24 of at least 25 words are there." }],
    });
  });
});

describe("a class", () => {
  const source: Answer = { kind: "code", source: "class A(nn.Module): ..." };
  const cell = listCells(BUILT_IN_HOMEWORK).find(({ cell }) => cell.id === "1c-code")?.cell;
  const starter: Answer = { kind: "code", source: cell?.kind === "code" ? cell.starter : "" };

  it("is ready where the reader accepts it", () => {
    expect(check("1c", { "1c-code": source })).toEqual({ state: "ready", missing: [] });
  });

  it("is a draft with the reader's first complaint", () => {
    const verdict = { status: "refused", line: 24, message: "z is used before it is assigned" } as const;
    const message = "The class cannot be read yet. Line 24: z is used before it is assigned.";
    expect(check("1c", { "1c-code": source }, verdict)).toEqual({
      state: "draft",
      missing: [{ cell: "1c-code", message }],
    });
  });

  it("is a draft while it is being read", () => {
    expect(check("1c", { "1c-code": source }, { status: "reading" }).state).toBe("draft");
  });

  it("is empty as the starter, whatever the reader says", () => {
    expect(check("1c", { "1c-code": starter })).toMatchObject({
      state: "empty",
      missing: [{ message: "Write the class." }],
    });
  });
});

describe("runs and plots", () => {
  const ALL = [5, 20, 40, 80, 100, 200];
  const text = { "1f-text": words(30) };

  it("are ready with a run at every width that is asked for", () => {
    expect(check("1f", { ...text, "1f-run": run(attempt(ALL)) })).toEqual({ state: "ready", missing: [] });
  });

  it("name the widths that the counting attempt leaves out", () => {
    expect(check("1f", { ...text, "1f-run": run(attempt(ALL), attempt([5, 20, 40])) }).missing).toEqual([
      { cell: "1f-run", message: "Run it for 80, 100 and 200 too: the attempt that counts leaves them out." },
    ]);
  });

  it("count the pinned attempt, not the newest", () => {
    const first = attempt(ALL);
    const pinned: Answer = {
      ...{ kind: "run", settings: {}, pinned: first.id },
      attempts: [first, attempt([5], { id: "00000000-0000-4000-8000-200000000000" })],
    };
    expect(check("1f", { ...text, "1f-run": pinned }).state).toBe("ready");
  });

  it("say that a run failed, and why", () => {
    const failed = [{ width: 200, message: "it diverged; take a smaller learning rate" }];
    expect(check("1f", { ...text, "1f-run": run(attempt(ALL.slice(0, 5), { failed })) }).missing).toEqual([
      { cell: "1f-run", message: "A run failed: it diverged; take a smaller learning rate" },
    ]);
  });

  it("ask for a run where no widths are asked for", () => {
    const rest = { "3d-code": { kind: "code", source: "class" }, "3d-text": words(40) } as const;
    const plain = { "3a-run": run(attempt([40])) };
    expect(check("3d", { ...rest, ...plain }).missing).toEqual([
      { cell: "3d-run", message: "Run it: nothing was trained yet." },
    ]);
    expect(check("3d", { ...rest, ...plain, "3d-run": run(attempt([40])) }).state).toBe("ready");
  });

  it("send one to the part whose runs a plot needs", () => {
    expect(check("1g", { "1g-text": words(30) }).missing).toEqual([
      { cell: "1g-plot", message: "The plot needs the runs of Problem 1 Part (f): run them." },
    ]);
    expect(check("1g", { "1g-text": words(30), "1f-run": run(attempt(ALL)) }).state).toBe("ready");
  });

  it("are no beginning of a part that only plots another part's runs", () => {
    expect(check("1g", { "1f-run": run(attempt(ALL)) }).state).toBe("empty");
  });
});

describe("the cover", () => {
  const cover = (firstName: string, lastName: string, honour: boolean) =>
    check("cover", { [COVER]: { kind: "cover", firstName, lastName, honour } });

  it("needs both names and the tick", () => {
    expect(cover("Ada", "Lovelace", true)).toEqual({ state: "ready", missing: [] });
    expect(cover("Ada", " ", false)).toEqual({
      state: "draft",
      missing: [
        { cell: COVER, message: "Write your last name." },
        { cell: COVER, message: "Tick the honour line." },
      ],
    });
  });
});

it("an answer of another kind, left by an older assignment, counts as none", () => {
  const answers: Answers = new Map([["1a-number", words(100)]]);
  const { parts } = checkAssignment(answers, {
    assignment: BUILT_IN_HOMEWORK,
    readCode: () => ({ status: "accepted" }),
  });
  expect(parts[0]?.missing).toEqual([{ cell: "1a-number", message: "Write the number." }]);
});
