import { createMemo, createSignal } from "solid-js";
import type { VersionView } from "../../../shared/api/homework.ts";
import {
  insertAt,
  moveTo,
  type Path,
  removeAt,
  setAt,
  valueAt,
} from "../../../shared/assignment/edit/change.ts";
import { type DraftAssignment, parseDraft } from "../../../shared/assignment/edit/draft.ts";
import {
  beginHistory,
  HEAD,
  type History,
  type Place,
  record,
  redo,
  undo,
  visit,
} from "../../../shared/assignment/edit/history.ts";
import { isSamePlace, nearestPlace } from "../../../shared/assignment/edit/names.ts";
import { listOrphans } from "../../../shared/assignment/edit/orphans.ts";
import { reviewAssignment } from "../../../shared/assignment/parse-assignment.ts";
import { canonicalJson } from "../../../shared/spec/identity.ts";
import { plural } from "../../parts/numbers.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { homeworkCalls } from "../../state/calls/homework.ts";
import { createKeeping } from "./create-keeping.ts";
import type { Loaded, NewestVersion } from "./load.ts";

export type Editor = ReturnType<typeof createEditor>;

/** What was just done, a sentence, and whether it is a change that may be taken back. */
export type Said = { readonly words: string; readonly canUndo: boolean };

/** The homework of a course while it is edited: every change is a step that can be undone, and is kept on the device. */
export function createEditor(course: string, loaded: Loaded) {
  const [base, setBase] = createSignal<VersionView>(loaded.base);
  const [overtaken, setOvertaken] = createSignal<NewestVersion | null>(loaded.overtaken);
  const [history, setHistory] = createSignal<History>(begin(loaded));
  /** What was just done, for who does not see it, and to be undone. */
  const [said, setSaid] = createSignal<Said | null>(null);
  const sayDone = (words: string) => setSaid({ words, canUndo: true });
  const say = (words: string) => setSaid({ words, canUndo: false });
  /** Counts what was opened by hand: a sheet is built anew then, and not while it moves. */
  const [opened, setOpened] = createSignal(0);

  const draft = createMemo(() => history().now.draft);
  const place = createMemo(() => nearestPlace(draft(), history().now.place), HEAD, { equals: isSamePlace });
  const review = createMemo(() => reviewAssignment(draft()));
  const complaints = createMemo(() => {
    const now = review();
    return now.ok ? [] : now.error;
  });
  /** The draft as a homework that may be put; null while there are complaints. */
  const assignment = createMemo(() => {
    const now = review();
    return now.ok ? now.value : null;
  });
  const isChanged = createMemo(() => canonicalJson(draft()) !== canonicalJson(base().assignment));
  const keeping = createKeeping({
    ...{ course, draft, isChanged },
    base: () => base().version,
    keptAt: loaded.kept?.keptAt ?? null,
  });

  const [counted] = createAnswer(() => course, homeworkCalls.answered);
  /** How many students answered each cell; empty while that is not known. */
  const answered = createMemo(() => {
    const now = counted();
    const cells = now.status === "answered" ? now.value.cells : [];
    return new Map(cells.map(({ cell, students }) => [cell, students]));
  });

  function step(next: DraftAssignment, to: Place, typing: string | null): void {
    if (canonicalJson(next) === canonicalJson(draft())) return;
    setHistory((now) => record(now, { draft: next, place: to }, { typing, at: Date.now() }));
  }
  function turn(direction: (history: History) => History, words: string): void {
    const before = place();
    setHistory(direction);
    say(words);
    // Where one is already, the keyboard stays in its field.
    if (!isSamePlace(before, place())) setOpened((count) => count + 1);
  }

  return {
    course,
    base,
    overtaken,
    draft,
    place,
    opened,
    complaints,
    assignment,
    isChanged,
    keeping,
    said,
    answered: (cell: string): number => answered().get(cell) ?? 0,
    /** What is lost to students when these cells are removed, a sentence; null where nothing is. */
    lossOf(cells: readonly { readonly id: string }[]): string | null {
      const most = Math.max(0, ...cells.map(({ id }) => answered().get(id) ?? 0));
      if (most === 0) return null;
      return `What ${plural(most, "student")} put there is kept, but no longer shown or handed in.`;
    },
    /** Answers that would be left without their cell. */
    orphans: createMemo(() => listOrphans(base().assignment, draft(), answered())),
    valueAt: (path: Path): unknown => valueAt(draft(), path),
    /** The first complaint about a field or what is in it. */
    complaintAt: (path: Path): string | null =>
      complaints().find(({ at }) => path.every((key, i) => key === at[i]))?.message ?? null,

    /** Changes a field letter by letter. */
    type(path: Path, value: unknown): void {
      setSaid(null);
      step(setAt(draft(), path, value), place(), path.join("."));
    },
    /** Changes a field at once. */
    set: (path: Path, value: unknown): void => step(setAt(draft(), path, value), place(), null),
    insert(path: Path, index: number, item: unknown, words: string): void {
      step(insertAt(draft(), path, index, item), place(), null);
      sayDone(words);
    },
    remove(path: Path, index: number, words: string): void {
      step(removeAt(draft(), path, index), place(), null);
      sayDone(words);
    },
    move(path: Path, from: number, to: number, words: string): void {
      step(moveTo(draft(), path, from, to), place(), null);
      sayDone(words);
    },
    /** Puts another homework in the place of the draft; undoing brings it back. */
    replace(next: DraftAssignment, words: string): void {
      step(next, HEAD, null);
      sayDone(words);
      setOpened((count) => count + 1);
    },
    open(to: Place): void {
      setHistory((now) => visit(now, nearestPlace(now.now.draft, to)));
      setSaid(null);
      setOpened((count) => count + 1);
    },
    /** What was moved stays open at its new place. */
    follow: (to: Place): void => void setHistory((now) => visit(now, to)),
    canUndo: () => history().past.length > 0,
    canRedo: () => history().future.length > 0,
    undo: () => turn(undo, "Undone."),
    redo: () => turn(redo, "Done again."),
    say,

    /** Someone else put a version meanwhile. */
    overtake: (version: NewestVersion): void => void setOvertaken(version),
    /** Goes on from what is the newest version now, with this draft. */
    rebase(version: VersionView, next: DraftAssignment, words: string): void {
      setBase(version);
      setOvertaken(null);
      this.replace(next, words);
    },
    /** The draft is what the class is asked now. */
    settle(version: VersionView, words: string): void {
      setBase(version);
      say(words);
    },
  };
}

function begin({ base, kept }: Loaded): History {
  const from = beginHistory(asDraft(base));
  return kept === null ? from : record(from, { draft: kept.draft, place: HEAD }, { typing: null, at: 0 });
}

/** A homework as a draft that may be changed. Throws where it is none, which the API's schema rules out. */
export function asDraft({ assignment }: Pick<VersionView, "assignment">): DraftAssignment {
  const parsed = parseDraft(assignment);
  if (!parsed.ok) throw new Error(`a homework cannot be edited: ${parsed.error.message}`);
  return parsed.value;
}
