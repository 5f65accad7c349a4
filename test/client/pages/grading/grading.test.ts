import { describe, expect, it } from "vitest";
import {
  buildPut,
  changeForm,
  type Grading,
  isChanged,
  isLeft,
  isToSave,
  isUnsaved,
  keepMine,
  keepTheirs,
  openGrading,
  readPoints,
  scoreOfForm,
  takeProposal,
  tickItem,
  withConflict,
  withoutGrade,
  withSaved,
} from "../../../../client/pages/grading/grading.ts";
import type { PartGrade } from "../../../../shared/api/grading/part-grade.ts";
import type { Part } from "../../../../shared/assignment/assignment.ts";

const part: Part = {
  letter: "a",
  points: 5,
  prompt: "",
  cells: [{ kind: "text", id: "1a-text", label: "", minWords: 1 }],
  rubric: [
    { id: "plot", label: "A plot", points: 2 },
    { id: "why", label: "Says why", points: 3 },
  ],
};
const proposal = { ticked: ["plot"], adjustment: 0.5, score: 2.5, because: [] };

function grade(change: Partial<PartGrade> = {}): PartGrade {
  return {
    ...{ revision: 4, adjustment: 0, comment: "Good.", score: 2, points: 5, version: 1, submission: 1 },
    ...{ outdated: false, gradedBy: "calm-fox-2", gradedAt: "2026-11-28T12:00:00.000Z" },
    items: [
      { id: "plot", label: "A plot", points: 2, ticked: true },
      { id: "gone", label: "Of an older rubric", points: 1, ticked: true },
    ],
    ...change,
  };
}

function open(given: PartGrade | null = null): Grading {
  return openGrading({ part, version: 1, submission: 1, proposal, grade: given });
}
const putOf = (grading: Grading) => {
  const built = buildPut(grading);
  return built.ok ? built.value : built.error;
};

describe("a part at the desk", () => {
  it("opens with the grade that stands, without what the rubric no longer has", () => {
    expect(open(grade()).form).toEqual({ ticked: ["plot"], adjustment: "", comment: "Good." });
    expect(isChanged(open(grade()))).toBe(false);
  });

  it("ticks and unticks by place, in the rubric's order, and scores as the server does", () => {
    const both = tickItem(tickItem(open(), 1), 0);
    expect(both.form.ticked).toEqual(["plot", "why"]);
    expect(scoreOfForm(both)).toBe(5);
    expect(tickItem(both, 0).form.ticked).toEqual(["why"]);
    expect(tickItem(both, 7)).toBe(both);
  });

  it("takes over a proposal, and leaves the comment as it was written", () => {
    const taken = takeProposal(changeForm(open(), { comment: "Mind the axes." }));
    expect(taken.form).toEqual({ ticked: ["plot"], adjustment: "0.5", comment: "Mind the axes." });
    expect(scoreOfForm(taken)).toBe(2.5);
  });

  it.each([
    ["", 0],
    ["-0.5", -0.5],
    ["−0.5", -0.5],
    ["1,25", 1.25],
    ["+2", 2],
    [".5", 0.5],
    ["1.255", null],
    ["two", null],
    ["1001", null],
  ])("reads the points %j as %j", (typed, expected) => {
    expect(readPoints(typed)).toBe(expected);
  });

  it("is put on top of the revision that was seen", () => {
    expect(putOf(tickItem(open(grade()), 1))).toEqual({
      base: 4,
      submission: 1,
      version: 1,
      ticked: ["plot", "why"],
      adjustment: 0,
      comment: "Good.",
    });
    expect(putOf(open())).toMatchObject({ base: 0 });
  });

  it("says which field cannot be sent", () => {
    expect(putOf(changeForm(open(), { adjustment: "much" }))).toMatchObject({ field: "adjustment" });
  });

  it("is to be saved while it has no grade, an outdated one or a change", () => {
    expect(
      [open(), open(grade()), open(grade({ outdated: true })), tickItem(open(grade()), 1)].map(isToSave),
    ).toEqual([true, false, true, true]);
  });
});

describe("saving", () => {
  const saving: Grading = { ...tickItem(open(), 0), state: { status: "saving" } };
  const failed: Grading = { ...saving, state: { status: "failed", message: "away" } };
  const saved = grade({ revision: 1, comment: "", items: [{ ...item("plot"), ticked: true }] });

  function item(id: string) {
    return { id, label: "", points: 2 };
  }

  it("keeps what was changed while it was on its way as not saved", () => {
    expect(withSaved(saving, saved).state).toEqual({ status: "saved" });
    const meanwhile = withSaved(tickItem(saving, 1), saved);
    expect(meanwhile.state).toEqual({ status: "open" });
    expect(meanwhile.form.ticked).toEqual(["plot", "why"]);
    expect(isUnsaved(meanwhile)).toBe(true);
  });

  it("keeps what was decided where it fails", () => {
    expect(failed.form.ticked).toEqual(["plot"]);
    expect(isUnsaved(failed)).toBe(true);
  });

  it("leaves nothing to grade in what is on its way or saved, and everything in what failed", () => {
    expect([saving, withSaved(saving, saved), failed].map(isLeft)).toEqual([false, false, true]);
  });

  it("opens the part again where its grade is taken back", () => {
    expect(withoutGrade(open(grade()))).toMatchObject({ stands: null, form: { ticked: [], comment: "" } });
  });
});

describe("two graders", () => {
  const mine = tickItem(open(), 1);
  const overtaken = withConflict(mine, { theirs: grade({ revision: 1 }), message: "someone was first" });

  it("leave mine on the desk until one of both is chosen", () => {
    expect(overtaken.state.status).toBe("conflict");
    expect(changeForm(overtaken, { comment: "x" }).state.status).toBe("conflict");
    expect(overtaken.form.ticked).toEqual(["why"]);
  });

  it("keep theirs as it stands", () => {
    const kept = keepTheirs(overtaken);
    expect(kept.form).toMatchObject({ ticked: ["plot"], comment: "Good." });
    expect(isUnsaved(kept)).toBe(false);
  });

  it("put mine on top of theirs", () => {
    expect(putOf(keepMine(overtaken))).toMatchObject({ base: 1, ticked: ["why"] });
  });

  it("are none where the homework changed and no grade did: that is a failure that says why", () => {
    const message = "the homework has a newer version";
    expect(withConflict(mine, { theirs: null, message }).state).toEqual({ status: "failed", message });
  });
});
