import type { Question } from "../question.ts";
import { KERNELS } from "./kernels.ts";
import { PAST_64 } from "./past-64.ts";
import { PIXEL_SCORES } from "./pixels.ts";
import { RANDOM_BY_WIDTH } from "./random-by-width.ts";
import { RANDOM_DATA } from "./random-data.ts";
import { RELU } from "./relu.ts";
import { REMEDY } from "./remedy.ts";
import { UNSEEN } from "./unseen.ts";

/** In the order in which they are asked; which of them fit depends on the run. */
export const QUESTIONS: readonly Question[] = [
  UNSEEN,
  PAST_64,
  KERNELS,
  RANDOM_DATA,
  RANDOM_BY_WIDTH,
  RELU,
  PIXEL_SCORES,
  REMEDY,
];
