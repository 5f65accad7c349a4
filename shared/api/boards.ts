import * as z from "zod/mini";
import { BoardRule } from "../boards/rule.ts";
import { Verification } from "./runs.ts";

/** One ranked run: of each member the best or the latest that counts, as the board's rule says. Ties go to the earlier one. */
export const BoardRow = z.object({
  rank: z.number(),
  pseudonym: z.string(),
  /** Of who wished so, for members of the course, where the rule shows names; else null. */
  name: z.nullable(z.string()),
  mine: z.boolean(),
  /** Of the rule's metric. */
  value: z.number(),
  /** The value less what PCA reaches through as many numbers as the latent holds; null where PCA says nothing. */
  distance: z.nullable(z.number()),
  latentSize: z.number(),
  parameters: z.number(),
  verification: Verification,
  receivedAt: z.string(),
  runLink: z.string(),
});
export type BoardRow = z.infer<typeof BoardRow>;

/**
 * What nobody handed in, to read the rows by: `floor`, which no linear model can pass; `pca`, fitted to the train images; `mean`, their
 * mean image; `builtIn`, the homework's own model, trained by the server.
 */
export const Baseline = z.object({
  kind: z.enum(["floor", "pca", "mean", "builtIn"]),
  value: z.number(),
  distance: z.nullable(z.number()),
  /** The numbers that pass through it. */
  latentSize: z.number(),
  /** Null where nothing is fitted. */
  parameters: z.nullable(z.number()),
});
export type Baseline = z.infer<typeof Baseline>;

/** One width of a board that ranks each for itself; `floor` is what PCA reaches there, null where it says nothing. */
export const BoardWidth = z.object({
  width: z.number(),
  floor: z.nullable(z.number()),
  seats: z.number(),
  best: z.nullable(
    z.object({ pseudonym: z.string(), name: z.nullable(z.string()), value: z.number(), mine: z.boolean() }),
  ),
});
export type BoardWidth = z.infer<typeof BoardWidth>;

/** A board of the course, for the way there. */
export const BoardTab = z.object({ id: z.string(), title: z.string(), isHidden: z.boolean() });
export type BoardTab = z.infer<typeof BoardTab>;

/**
 * `GET /api/courses/COURSE/boards/BOARD?width=20`, with an ETag; `-` for BOARD is the first of the course's. `rows` are those of the width
 * asked for. While the board is hidden, students get it without rows.
 */
export const Board = z.object({
  course: z.string(),
  title: z.string(),
  boards: z.array(BoardTab),
  rule: BoardRule,
  /** The course's, in which days are counted. */
  zone: z.string(),
  /** Whether its rows are for the staff alone at present. */
  isHidden: z.boolean(),
  /** Empty where all are ranked together; `width` is null then. */
  widths: z.array(BoardWidth),
  width: z.nullable(z.number()),
  rows: z.array(BoardRow),
  baselines: z.array(Baseline),
});
export type Board = z.infer<typeof Board>;

/** A rule as its course has it; `revision` changes with it, and grows. */
export const BoardView = z.object({
  rule: BoardRule,
  revision: z.int(),
  /** Runs that count, and members who have one. */
  runs: z.int(),
  seats: z.int(),
});
export type BoardView = z.infer<typeof BoardView>;
/** `GET /api/courses/COURSE/boards`, for the staff: in the order of the tabs. `zone` is the course's, in which days and dates are meant. */
export const BoardList = z.object({ boards: z.array(BoardView), zone: z.string() });
export type BoardList = z.infer<typeof BoardList>;

/** `PUT /api/courses/COURSE/boards/BOARD`, by an instructor. `base` is the revision that was changed, 0 for a new board; 409 when it is no longer the newest. */
export const PutBoard = z.strictObject({ base: z.int().check(z.minimum(0)), rule: z.unknown() });
export const BoardPut = z.object({ revision: z.int() });

/** `POST /api/courses/COURSE/boards/trial`: what a rule would make of the runs that are there. */
export const TryRule = z.strictObject({ rule: z.unknown() });
export const Trial = z.object({
  runs: z.int(),
  counting: z.int(),
  /** Members with a run that counts. */
  seats: z.int(),
  /** Why the others do not count, the most frequent first. */
  others: z.array(z.object({ why: z.string(), runs: z.int() })),
});
export type Trial = z.infer<typeof Trial>;

/** `GET` and `PUT /api/courses/COURSE/shown-name`: whether one's name may stand on boards that show names, and which that is. */
export const ShownName = z.object({ shown: z.boolean(), name: z.string() });
export type ShownName = z.infer<typeof ShownName>;
export const PutShownName = z.strictObject({ shown: z.boolean() });
