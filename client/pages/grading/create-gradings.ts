import { createSignal, onCleanup } from "solid-js";
import type { GradeSaved } from "../../../shared/api/grading/give-grades.ts";
import { type GradeOf, gradesCalls } from "../../state/calls/grades.ts";
import {
  buildPut,
  type Grading,
  isToSave,
  isUnsaved,
  keepMine,
  keepTheirs,
  withConflict,
  withoutGrade,
  withSaved,
} from "./grading.ts";

/** A part of a student at the desk. */
export type DeskPlace = { readonly handle: string; readonly part: string };

/**
 * What was decided at a desk. Saving goes on behind the page, one part of one student at a time in order; what could not be saved stays as
 * it was decided, and is listed until it is.
 */
export function createGradings(
  course: () => string,
  onSaved: (place: DeskPlace, saved: GradeSaved) => void = () => {},
) {
  const [all, setAll] = createSignal<ReadonlyMap<string, { place: DeskPlace; grading: Grading }>>(new Map());
  /** What is on its way, by place. */
  const underway = new Map<string, Promise<void>>();

  const read = (place: DeskPlace) => all().get(nameOf(place))?.grading ?? null;
  const put = (place: DeskPlace, grading: Grading) =>
    setAll((now) => new Map(now).set(nameOf(place), { place, grading }));
  const change = (place: DeskPlace, how: (grading: Grading) => Grading) => {
    const now = read(place);
    if (now !== null) put(place, how(now));
  };

  async function send(place: DeskPlace, of: GradeOf): Promise<void> {
    const now = read(place);
    const built = now === null ? null : buildPut(now);
    if (now === null || built === null || !built.ok || !isToSave(now)) return;
    put(place, { ...now, state: { status: "saving" } });
    const answer = await gradesCalls.putGrade(of, built.value);
    if (answer.ok) {
      change(place, (grading) => withSaved(grading, answer.value.grade));
      onSaved(place, answer.value);
    } else {
      const no = answer.error;
      change(place, (grading) =>
        no.reason === "conflict"
          ? withConflict(grading, { theirs: no.found.stands, message: no.message })
          : { ...grading, state: { status: "failed", message: no.message } },
      );
    }
  }

  async function withdraw(place: DeskPlace): Promise<void> {
    const now = read(place);
    if (now?.stands == null) return;
    put(place, { ...now, state: { status: "saving" } });
    const answer = await gradesCalls.withdrawGrade({ course: course(), ...place }, now.stands.revision);
    if (answer.ok) {
      change(place, withoutGrade);
      onSaved(place, answer.value);
      return;
    }
    const no = answer.error;
    change(place, (grading) =>
      no.reason === "conflict"
        ? withConflict(grading, { theirs: no.found.stands, message: no.message })
        : { ...grading, state: { status: "failed", message: no.message } },
    );
  }

  /** After what is on its way for the same place. */
  function inOrder(place: DeskPlace, work: () => Promise<void>): Promise<void> {
    const name = nameOf(place);
    const next = (underway.get(name) ?? Promise.resolve()).then(work);
    underway.set(name, next);
    return next;
  }

  const unsaved = () =>
    [...all().values()].filter(({ grading }) =>
      ["failed", "conflict", "saving"].includes(grading.state.status),
    );
  const warn = (event: BeforeUnloadEvent) => {
    if ([...all().values()].some(({ grading }) => isUnsaved(grading))) event.preventDefault();
  };
  addEventListener("beforeunload", warn);
  onCleanup(() => removeEventListener("beforeunload", warn));

  return {
    read,
    change,
    /** Puts what came from the server where nothing is there yet. */
    open(place: DeskPlace, grading: Grading): void {
      if (read(place) === null) put(place, grading);
    },
    /** Puts it there whatever was: after another submission was chosen. */
    reopen: put,
    save: (place: DeskPlace) => inOrder(place, () => send(place, { course: course(), ...place })),
    withdraw: (place: DeskPlace) => inOrder(place, () => withdraw(place)),
    keepTheirs: (place: DeskPlace) => change(place, keepTheirs),
    keepMine(place: DeskPlace): Promise<void> {
      change(place, keepMine);
      return inOrder(place, () => send(place, { course: course(), ...place }));
    },
    /** What is not with the server: on its way, failed, or overtaken by someone else. */
    unsaved,
    hasUnsaved: () => [...all().values()].some(({ grading }) => isUnsaved(grading)),
  };
}
export type Gradings = ReturnType<typeof createGradings>;

function nameOf({ handle, part }: DeskPlace): string {
  return `${handle} ${part}`;
}
