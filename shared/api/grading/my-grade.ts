import * as z from "zod/mini";
import { GradebookPart } from "./gradebook.ts";
import { PartGrade } from "./part-grade.ts";
import { MyRegradeRequest } from "./regrades.ts";

/** A part of one's own grade; `grade` is null where nobody graded it. */
export const MyPart = z.object({
  ...GradebookPart.shape,
  grade: z.nullable(
    z.pick(PartGrade, {
      items: true,
      adjustment: true,
      comment: true,
      score: true,
      points: true,
      submission: true,
      gradedAt: true,
    }),
  ),
});
export type MyPart = z.infer<typeof MyPart>;

/** `GET .../my-grade`, for a student: one's own grade once it is released. */
export const MyGrade = z.discriminatedUnion("released", [
  z.object({ released: z.literal(false) }),
  z.object({
    released: z.literal(true),
    releasedAt: z.string(),
    title: z.string(),
    points: z.number(),
    parts: z.array(MyPart),
    /** The number of the submission that counts, and when it came; null where nothing was handed in. */
    submission: z.nullable(z.object({ number: z.int(), receivedAt: z.string() })),
    late: z.object({
      days: z.int(),
      percent: z.number(),
      /** What someone set in its place, and why. */
      override: z.nullable(z.object({ percent: z.number(), reason: z.string() })),
    }),
    earned: z.nullable(z.number()),
    total: z.nullable(z.number()),
    /** The newest first. */
    requests: z.array(MyRegradeRequest),
  }),
]);
export type MyGrade = z.infer<typeof MyGrade>;
