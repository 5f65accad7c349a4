import type { PutGrade } from "../../../shared/api/grading/give-grades.ts";
import type { PartGrade, Proposal } from "../../../shared/api/grading/part-grade.ts";
import type { Part } from "../../../shared/assignment/assignment.ts";
import { scoreOf } from "../../../shared/grading/score.ts";
import { MAX_GRADE_COMMENT_CHARACTERS } from "../../../shared/limits.ts";
import { failure, type Result, success } from "../../../shared/result.ts";

/** A grade as it stands on the desk: what was ticked and typed. */
export type GradeForm = {
  readonly ticked: readonly string[];
  /** Points on top of the ticked items, as they were typed. */
  readonly adjustment: string;
  readonly comment: string;
};

/** One part of one student on the desk. Nothing that was decided is lost by what comes back from the server. */
export type Grading = {
  readonly part: Part;
  /** The homework's, whose rubric this is. */
  readonly version: number;
  /** The number of the submission that is looked at; null where nothing was handed in. */
  readonly submission: number | null;
  readonly proposal: Proposal | null;
  /** What the server has; null of a part without a grade. */
  readonly stands: PartGrade | null;
  readonly form: GradeForm;
  readonly state: GradingState;
};

export type GradingState =
  | { readonly status: "open" }
  | { readonly status: "saving" }
  | { readonly status: "saved" }
  | { readonly status: "failed"; readonly message: string }
  /** Someone else was first: `theirs` is what stands, and one of both is to be chosen. */
  | { readonly status: "conflict"; readonly message: string; readonly theirs: PartGrade | null };

/** The desk of a part as it came from the server. */
export function openGrading(of: Omit<Grading, "stands" | "form" | "state"> & { grade: PartGrade | null }) {
  const { grade, ...rest } = of;
  const grading: Grading = {
    ...rest,
    stands: grade,
    form: formOf(of.part, grade),
    state: { status: "open" },
  };
  return grading;
}

/** A grade in the rubric of now: what an older one ticked and this one no longer has is left out. */
export function formOf({ rubric = [] }: Part, grade: PartGrade | null): GradeForm {
  const ticked = (grade?.items ?? []).filter((item) => item.ticked).map(({ id }) => id);
  return {
    ticked: rubric.map(({ id }) => id).filter((id) => ticked.includes(id)),
    adjustment: grade === null || grade.adjustment === 0 ? "" : String(grade.adjustment),
    comment: grade?.comment ?? "",
  };
}

/** After a change by hand; while it is being saved, too. A conflict stays until one of both is chosen. */
export function changeForm(grading: Grading, change: Partial<GradeForm>): Grading {
  const form = { ...grading.form, ...change };
  const stays = grading.state.status === "conflict" || grading.state.status === "saving";
  return { ...grading, form, state: stays ? grading.state : { status: "open" } };
}

/** Ticks or unticks the rubric's item at this place; a place without an item changes nothing. */
export function tickItem(grading: Grading, place: number): Grading {
  const { rubric = [] } = grading.part;
  const item = rubric[place];
  if (item === undefined) return grading;
  const { ticked } = grading.form;
  const isTicked = ticked.includes(item.id);
  const next = rubric.map(({ id }) => id).filter((id) => (id === item.id ? !isTicked : ticked.includes(id)));
  return changeForm(grading, { ticked: next });
}

/** Takes over the ticks and points that the lab proposes; the comment stays. */
export function takeProposal(grading: Grading): Grading {
  const { proposal } = grading;
  if (proposal === null) return grading;
  const { ticked, adjustment } = proposal;
  return changeForm(grading, { ticked, adjustment: adjustment === 0 ? "" : String(adjustment) });
}

export type FormField = "adjustment" | "comment";
export type FormComplaint = { readonly field: FormField; readonly message: string };

/** What is to be sent, or what is wrong with what was typed. */
export function buildPut(grading: Grading): Result<PutGrade, FormComplaint> {
  const { form, stands, submission, version } = grading;
  const adjustment = readPoints(form.adjustment);
  if (adjustment === null)
    return failure({
      field: "adjustment",
      message: "Expected points between −1,000 and 1,000 with at most two decimals, such as −0.5.",
    });
  const comment = form.comment.trim();
  if (comment.length > MAX_GRADE_COMMENT_CHARACTERS)
    return failure({
      field: "comment",
      message: `Expected at most ${MAX_GRADE_COMMENT_CHARACTERS.toLocaleString("en")} characters, got ${comment.length.toLocaleString("en")}.`,
    });
  return success({
    base: stands?.revision ?? 0,
    ...{ submission, version, ticked: [...form.ticked], adjustment, comment },
  });
}

const MOST_POINTS = 1_000;

/** Points as people type them, also with a comma or a real minus; null of what is none. Nothing typed is 0. */
export function readPoints(typed: string): number | null {
  const text = typed.trim().replace("\u2212", "-").replace(",", ".");
  if (text === "") return 0;
  if (!/^[+-]?(\d+(\.\d{0,2})?|\.\d{1,2})$/.test(text)) return null;
  const points = Number(text);
  return Math.abs(points) <= MOST_POINTS ? points : null;
}

/** The score that the form says; null while its adjustment cannot be read. */
export function scoreOfForm({ part, form }: Grading): number | null {
  const adjustment = readPoints(form.adjustment);
  return adjustment === null ? null : scoreOf(part, { ticked: form.ticked, adjustment });
}

/** Whether the form says something else than the server has. */
export function isChanged({ part, form, stands }: Grading): boolean {
  const before = formOf(part, stands);
  return (
    readPoints(form.adjustment) !== readPoints(before.adjustment) ||
    form.comment.trim() !== before.comment.trim() ||
    form.ticked.join() !== before.ticked.join()
  );
}

/** Whether saving would do anything: it is changed, has no grade yet, or a grade of an earlier submission. */
export function isToSave(grading: Grading): boolean {
  return grading.stands === null || grading.stands.outdated || isChanged(grading);
}

/** Whether it waits for a grade; what is on its way does not. */
export function isLeft({ state, stands }: Grading): boolean {
  return state.status !== "saving" && (stands === null || stands.outdated);
}

/** Whether leaving would lose something. */
export function isUnsaved(grading: Grading): boolean {
  return grading.state.status !== "open" && grading.state.status !== "saved" ? true : isChanged(grading);
}

/** After the server took `sent`, which may be overtaken by what was changed since. */
export function withSaved(grading: Grading, stands: PartGrade | null): Grading {
  const saved: Grading = { ...grading, stands, state: { status: "saved" } };
  return isChanged(saved) ? { ...saved, state: { status: "open" } } : saved;
}

/** After the server took the grade away. */
export function withoutGrade(grading: Grading): Grading {
  return { ...grading, stands: null, form: formOf(grading.part, null), state: { status: "open" } };
}

/** After a 409. Where what stands is what was seen, nobody was first: the homework or the submission changed. */
export function withConflict(
  grading: Grading,
  { theirs, message }: { readonly theirs: PartGrade | null; readonly message: string },
): Grading {
  if ((theirs?.revision ?? 0) === (grading.stands?.revision ?? 0))
    return { ...grading, state: { status: "failed", message } };
  return { ...grading, state: { status: "conflict", message, theirs } };
}

/** Leaves what someone else decided. */
export function keepTheirs(grading: Grading): Grading {
  if (grading.state.status !== "conflict") return grading;
  const { theirs } = grading.state;
  return { ...grading, stands: theirs, form: formOf(grading.part, theirs), state: { status: "saved" } };
}

/** Holds on to one's own, to be saved on top of what someone else decided. */
export function keepMine(grading: Grading): Grading {
  if (grading.state.status !== "conflict") return grading;
  return { ...grading, stands: grading.state.theirs, state: { status: "open" } };
}
