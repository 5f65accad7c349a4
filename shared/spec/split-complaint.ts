import type { Complaint } from "../explain.ts";
import type { Split } from "./experiment.ts";

/** What the fields of a split alone cannot say; `path` is within the split. */
export function splitComplaint(split: Split): Complaint | null {
  if (split.kind === "random" || (split.heldOutFraction === undefined) === (split.seed === undefined))
    return null;
  return {
    path: split.seed === undefined ? "seed" : "heldOutFraction",
    message: "heldOutFraction and seed go together: give both or neither",
  };
}
