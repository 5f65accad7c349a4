import * as z from "zod/mini";
import { Verification } from "./runs.ts";

/** One ranked run: a member's best verified test error at one width. Ties go to the earlier one. */
export const BoardRow = z.object({
  rank: z.number(),
  pseudonym: z.string(),
  mine: z.boolean(),
  testMse: z.number(),
  parameters: z.number(),
  verification: Verification,
  receivedAt: z.string(),
  runLink: z.string(),
});
export type BoardRow = z.infer<typeof BoardRow>;

/** One width of the board; `floor` is the PCA floor of the course's test set for the
 * numbers that the latent holds at this width, which no linear model can pass. */
export const BoardWidth = z.object({
  width: z.number(),
  floor: z.number(),
  seats: z.number(),
  best: z.nullable(z.object({ pseudonym: z.string(), testMse: z.number(), mine: z.boolean() })),
});
export type BoardWidth = z.infer<typeof BoardWidth>;

/** `GET /api/courses/COURSE/boards/PROBLEM?width=20`, with an ETag; `rows` are those of the width asked for. */
export const Board = z.object({
  course: z.string(),
  title: z.string(),
  problem: z.string(),
  problemTitle: z.string(),
  widths: z.array(BoardWidth),
  width: z.number(),
  rows: z.array(BoardRow),
});
export type Board = z.infer<typeof Board>;
