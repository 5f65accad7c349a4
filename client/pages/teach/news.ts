import { plural } from "../../parts/numbers.ts";
import type { Student } from "./students.ts";

/** What came of one student between two looks at the class. */
export type News = {
  /** Unlike any other's. */
  readonly key: string;
  readonly student: string;
  readonly at: string;
  readonly joined: boolean;
  /** New runs, and the number of the submission that is new; 0 for none. */
  readonly runs: number;
  readonly handedIn: number;
};

/** What came since the last look, newest first. */
export function diffClass(before: readonly Student[], after: readonly Student[]): readonly News[] {
  const known = new Map(before.map((student) => [student.id, student]));
  return newestFirst(
    after.flatMap((student) => {
      const old = known.get(student.id);
      const runs = student.runs - (old?.runs ?? 0);
      const handedIn = student.submissions > (old?.submissions ?? 0) ? student.submissions : 0;
      if (old !== undefined && runs <= 0 && handedIn === 0) return [];
      return [makeNews(student, { joined: old === undefined, runs: Math.max(0, runs), handedIn })];
    }),
  );
}

/** What a page that was just opened can say: who handed in last. */
export function latestNews(students: readonly Student[], count: number): readonly News[] {
  const handed = students.filter(({ handedInAt }) => handedInAt !== null);
  return newestFirst(
    handed.map((student) => ({
      ...makeNews(student, { joined: false, runs: 0, handedIn: student.submissions }),
      at: student.handedInAt ?? student.activeAt,
    })),
  ).slice(0, count);
}

function makeNews(
  { id, activeAt, runs: all, submissions }: Student,
  what: Pick<News, "joined" | "runs" | "handedIn">,
): News {
  return { key: `${id} ${all} ${submissions}`, student: id, at: activeAt, ...what };
}

function newestFirst(news: readonly News[]): readonly News[] {
  return news.toSorted((a, b) => b.at.localeCompare(a.at));
}

export function sayNews({ joined, runs, handedIn }: News): string {
  const words = [
    ...(joined ? ["joined"] : []),
    ...(runs > 0 ? [plural(runs, "run")] : []),
    ...(handedIn === 0 ? [] : [handedIn === 1 ? "handed in" : `handed in, number ${handedIn}`]),
  ];
  return words.join(", ");
}
