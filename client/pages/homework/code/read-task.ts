import type { RunSettings } from "../../../../shared/assignment/answers.ts";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { type ClassSource, readModelAt, specsOf } from "../runs/specs.ts";
import { type CodeReading, type Readable, readCode } from "./read-code.ts";

/** What is asked of a student's classes; each takes a slow processor up to a tenth of a second a reading. */
export type ReadTask =
  | { readonly kind: "code"; readonly readable: Readable; readonly source: string }
  /** What a run cell trains. */
  | {
      readonly kind: "specs";
      readonly cell: CellOf<"run">;
      readonly settings: RunSettings;
      readonly code: ClassSource;
    }
  /** The models that classes are at widths. */
  | { readonly kind: "models"; readonly classes: readonly ClassAtWidth[] };

export type ClassAtWidth = { readonly code: ClassSource; readonly width: number | null };

export type ReadFinding =
  | { readonly kind: "code"; readonly reading: CodeReading }
  | { readonly kind: "specs"; readonly specs: ReturnType<typeof specsOf> }
  /** Null for a class that cannot be read. */
  | { readonly kind: "models"; readonly models: readonly (ExperimentSpec["model"] | null)[] };

export function doReadTask(task: ReadTask): ReadFinding {
  switch (task.kind) {
    case "code":
      return { kind: "code", reading: readCode(task.readable, task.source) };
    case "specs":
      return { kind: "specs", specs: specsOf(task.cell, task.settings, task.code) };
    case "models": {
      const models = task.classes.map(({ code, width }) => readModelAt(code, width));
      return { kind: "models", models: models.map((read) => (read.ok ? read.value : null)) };
    }
    default:
      return task satisfies never;
  }
}
