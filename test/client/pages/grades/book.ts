import type { Gradebook } from "../../../../shared/api/grading/gradebook.ts";

type Students = Gradebook["students"];

const NAMES = ["Ada Lovelace", "", "Émile Borel", "Grete Hermann"];

/** A gradebook of four students and two parts of 2 and 5 points: whole, late and outdated, only proposed, nothing handed in. */
export function makeBook(change: Partial<Gradebook> = {}, students: Partial<Students> = {}): Gradebook {
  return {
    title: "Autoencoders",
    version: 3,
    parts: [
      { id: "1a", problem: 1, letter: "a", points: 2 },
      { id: "2b", problem: 2, letter: "b", points: 5 },
    ],
    points: 7,
    settings: { revision: 1, anonymous: false, columnHeader: null, releasedAt: null, releasedBy: null },
    hidden: false,
    students: {
      handle: ["aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "cccccccccccccccc", "dddddddddddddddd"],
      who: {
        id: ["m1", "m2", "m3", "m4"],
        pseudonym: ["brave-owl-1", "calm-fox-2", "quick-elk-3", "shy-hare-4"],
        name: NAMES,
        section: ["A", "B", "A", ""],
      },
      submission: [1, 2, 1, null],
      submissions: [1, 2, 1, 0],
      days: [0, 2, 0, 0],
      percent: [0, 20, 0, 0],
      overridden: [false, false, false, false],
      graded: ["11", "21", "00", "00"],
      earned: [7, 4.5, null, null],
      total: [7, 3.6, null, null],
      requests: [0, 1, 0, 0],
      ...students,
    },
    scores: [
      [2, 0.5, null, null],
      [5, 4, null, null],
    ],
    proposals: [
      [2, 2, 2, null],
      [3, 3, 1, null],
    ],
    ...change,
  };
}
