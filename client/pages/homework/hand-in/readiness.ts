import { type Answers, answerOf, countingAttempt } from "../../../../shared/assignment/answers.ts";
import { type Assignment, listCells } from "../../../../shared/assignment/assignment.ts";
import type { Standing } from "../../../drafts/standing.ts";
import { sayAll } from "../../../drafts/words.ts";
import type { RunState } from "../../../outbox/run-state.ts";
import { sayState } from "../../../outbox/words.ts";
import { plural } from "../../../parts/numbers.ts";

/** Whether the class has all that would be handed in. */
export type Readiness =
  | { readonly status: "ready"; readonly revisions: Readonly<Record<string, number>> }
  /** It comes by itself; in words what is still on its way. */
  | { readonly status: "waiting"; readonly words: string }
  /** The student has to do something first. */
  | { readonly status: "blocked"; readonly words: string };

export type WhatThereIs = {
  readonly standings: readonly { readonly cell: string; readonly standing: Standing }[];
  /** Of every answer that the class has; null while one is on its way. */
  readonly revisions: Readonly<Record<string, number>> | null;
  /** Where the runs that count are; null for one that another device trained. */
  readonly runs: readonly (RunState | null)[];
};

export function readinessOf({ standings, revisions, runs }: WhatThereIs): Readiness {
  const stuck = standings.find(
    ({ standing }) => standing.status === "conflict" || standing.status === "failed",
  );
  if (stuck !== undefined) return { status: "blocked", words: sayStuck(stuck.standing) };
  if (revisions === null) {
    const { words } = sayAll(standings, (iso) => iso);
    return { status: "waiting", words: `Your answers go first. ${words}` };
  }
  const kept = runs.filter((run) => run !== null);
  const lost = kept.find(({ status }) => status === "local" || status === "refused" || status === "unkept");
  if (lost !== undefined)
    return { status: "blocked", words: `A run that counts is not with the class. ${sayState(lost).words}` };
  const left = kept.filter(({ status }) => status !== "sent");
  const [first] = left;
  if (first === undefined) return { status: "ready", revisions };
  return {
    status: "waiting",
    words: `${plural(left.length, "run")} to be sent first. ${sayState(first).words}`,
  };
}

/** The runs of every run cell's counting attempt. */
export function listCountedRuns(assignment: Assignment, answers: Answers): readonly string[] {
  return listCells(assignment).flatMap(({ cell }) => {
    const attempt = cell.kind === "run" ? countingAttempt(answerOf(answers, "run", cell.id)) : null;
    return attempt?.runs.map(({ id }) => id) ?? [];
  });
}

function sayStuck(standing: Standing): string {
  return standing.status === "failed"
    ? `An answer is not with the class. ${standing.message}`
    : "An answer has two versions. Choose which one to keep, then hand in.";
}
