import * as z from "zod/mini";
import { PREFERENCES } from "../engine/choose.ts";

const place = z.int().check(z.minimum(0));

/** What is written down of everything that trains. */
export const STARTED = {
  id: z.uuid(),
  /** When it was written last, in milliseconds since 1970. */
  keptAt: z.number(),
  preference: z.enum(PREFERENCES),
  /** The runs that are over, by their place among those that were asked for. */
  over: z.array(place),
  /** The last checkpoint of each run that had begun, as bytes of a checkpoint file. */
  checkpoints: z.array(z.object({ run: place, bytes: z.instanceof(Uint8Array<ArrayBuffer>) })),
};
