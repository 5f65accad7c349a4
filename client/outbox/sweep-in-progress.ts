import * as z from "zod/mini";
import { SweepSpec } from "../../shared/spec/sweep.ts";
import { STARTED } from "./started.ts";

/** A sweep of the lab that trains, as a row of IndexedDB: what a tab that was closed leaves behind. */
export const SweepInProgress = z.object({ ...STARTED, title: z.string(), sweep: SweepSpec });
export type SweepInProgress = z.infer<typeof SweepInProgress>;
