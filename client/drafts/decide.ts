import type { SavedAnswer } from "../../shared/api/homework.ts";
import type { Answer } from "../../shared/assignment/answers.ts";
import type { Draft } from "./draft.ts";
import { mergeRuns } from "./merge-runs.ts";
import { isSame } from "./same.ts";
import type { Keep } from "./standing.ts";

/*
 * A cell lives in three places: the tab that shows it, the device, the class. Each place knows from which version of the next
 * one its own was made. A change is taken over where nothing else was changed since; where both were, both are kept, and the
 * student chooses (run cells are merged). No step here drops a text that the student did not see replaced or choose against.
 */

/** A tab's change reaches the device. `seen` is the device's answer that the tab changed, null where there was none. */
export function takeWritten(
  draft: Draft | null,
  { seen, answer }: { seen: Answer | null; answer: Answer },
): Draft {
  if (draft === null) return { answer, base: NOTHING, others: [], sent: [], refusal: null };
  if (isSame(draft.answer, answer)) return draft;
  if (isSame(draft.answer, seen)) return { ...draft, answer, refusal: null };
  const merged = merge(seen, answer, draft.answer);
  if (merged !== null) return { ...draft, answer: merged, refusal: null };
  const from = isSame(draft.answer, draft.base.answer) ? "class" : "tab";
  const others = [
    ...draft.others.filter((other) => !isSame(other.answer, answer)),
    { answer: draft.answer, from } as const,
  ];
  return { ...draft, answer, others, refusal: null };
}

/** The class tells what it holds. */
export function takeArrived(draft: Draft | null, saved: SavedAnswer): Draft {
  const base = { revision: saved.revision, answer: saved.answer, savedAt: saved.savedAt };
  if (draft === null) return { answer: saved.answer, base, others: [], sent: [], refusal: null };
  if (saved.revision <= draft.base.revision) return draft;
  // What the class held before was replaced by someone who had seen it.
  const others = draft.others.filter(({ from }) => from !== "class");
  if (!isDirty(draft) || isSame(draft.answer, saved.answer))
    return { answer: saved.answer, base, others, sent: [], refusal: null };
  if ([draft.base.answer, ...draft.sent].some((known) => isSame(known, saved.answer)))
    return { ...draft, base, sent: [] };
  const merged = merge(draft.base.answer, draft.answer, saved.answer);
  if (merged !== null) return { answer: merged, base, others, sent: [], refusal: null };
  return { ...draft, base, others: [...others, { answer: saved.answer, from: "class" }], sent: [] };
}

/** What is to be sent now, and the revision it was made from; null where there is nothing, or the student has to choose first. */
export function toSend(draft: Draft): { readonly base: number; readonly answer: Answer } | null {
  if (draft.others.length > 0 || draft.refusal !== null || !isDirty(draft)) return null;
  return { base: draft.base.revision, answer: draft.answer };
}

/** It is on its way: should the answer be lost, the class may hold it all the same. */
export function markSent(draft: Draft, answer: Answer): Draft {
  const others = draft.sent.filter((one) => !isSame(one, answer));
  return { ...draft, sent: [...others, answer].slice(-MAX_SENT_REMEMBERED) };
}

/** The class took `answer` as `revision`; what was written since is still to be sent. */
export function takeAcknowledged(
  draft: Draft,
  { answer, revision, savedAt }: { answer: Answer; revision: number; savedAt: string },
): Draft {
  if (revision < draft.base.revision) return draft;
  return { ...draft, base: { revision, answer, savedAt }, sent: [] };
}

/** The class will never take `answer`; another one may be tried. */
export function takeRefused(draft: Draft, { answer, message }: { answer: Answer; message: string }): Draft {
  const sent = draft.sent.filter((one) => !isSame(one, answer));
  return isSame(draft.answer, answer) ? { ...draft, sent, refusal: message } : { ...draft, sent };
}

/** The student saw `mine` and `theirs` and chose. Where others stand there meanwhile, the choice was not about them. */
export function resolveConflict(
  draft: Draft,
  { keep, mine, theirs }: { keep: Keep; mine: Answer; theirs: Answer },
): Draft {
  const [other, ...others] = draft.others;
  if (!isSame(draft.answer, mine) || !isSame(other?.answer, theirs)) return draft;
  return { ...draft, answer: choose(mine, theirs, keep), others, refusal: null };
}

/** Whether there is anything here that the class does not have. */
export function isDirty(draft: Draft): boolean {
  return !isSame(draft.answer, draft.base.answer);
}

const NOTHING: Draft["base"] = { revision: 0, answer: null, savedAt: null };
/** More lost answers in a row than these, and one's own old text is offered as another version. */
const MAX_SENT_REMEMBERED = 4;

/** Two versions as one where that loses nothing, `mine` being the later; null where the student has to choose. */
function merge(base: Answer | null, mine: Answer, theirs: Answer): Answer | null {
  // How a plot is drawn is a click, and no work of anyone's.
  if (mine.kind === "plot" && theirs.kind === "plot") return mine;
  if (mine.kind !== "run" || theirs.kind !== "run") return null;
  return mergeRuns(base?.kind === "run" ? base : null, mine, theirs);
}

function choose(mine: Answer, theirs: Answer, keep: Keep): Answer {
  switch (keep) {
    case "mine":
      return mine;
    case "theirs":
      return theirs;
    case "both":
      return mine.kind === "text" && theirs.kind === "text"
        ? { kind: "text", markdown: `${mine.markdown.trimEnd()}\n\n${theirs.markdown}` }
        : mine;
    default:
      return keep satisfies never;
  }
}
