import { failure, type Result, success } from "../../shared/result.ts";
import type { SpanComplaint } from "./complaint.ts";
import { ancestryOf, findMethod } from "./interpreter/classes.ts";
import { nearest } from "./interpreter/describe.ts";
import { evaluate } from "./interpreter/evaluate.ts";
import type { Run } from "./interpreter/run.ts";
import { NO_SCOPE } from "./interpreter/scope.ts";
import type { ClassValue } from "./interpreter/value.ts";
import type { Expression } from "./python/tree.ts";

/** What to look for in a file: its library base, how it is written, and the method that makes it whole. */
export type Wanted = { readonly base: string; readonly written: string; readonly method: string };

export const MODEL: Wanted = { base: "torch.nn.Module", written: "nn.Module", method: "forward" };
export const DATASET: Wanted = {
  base: "torch.utils.data.Dataset",
  written: "Dataset",
  method: "__getitem__",
};

/** The class of that name; without a name the last that has the method, or the last of its kind. */
export function chooseClass(
  run: Run,
  wanted: Wanted,
  name: string | undefined,
): Result<ClassValue, readonly SpanComplaint[]> {
  const classes = [...run.globals.classes.values()].map(
    (definition): ClassValue => ({ kind: "class", definition }),
  );
  const fitting = classes.filter((type) => ancestryOf(run, type).library === wanted.base);
  if (name !== undefined) {
    const named = classes.find(({ definition }) => definition.name === name);
    const names = classes.map(({ definition }) => definition.name);
    if (named === undefined) {
      const near = nearest(name, names) ?? names.join(", ");
      const there = names.length === 0 ? "there is no class at all" : `there is ${near}`;
      return refuse({ from: 0, to: 0 }, `there is no class ${name}; ${there}`);
    }
    return fitting.includes(named) ? success(named) : failure([notBased(run, named, wanted)]);
  }
  const early = fitting.flatMap((type) => importedBelow(run, type) ?? []);
  if (early.length > 0) return failure(early);
  const whole = fitting.filter((type) => findMethod(ancestryOf(run, type), wanted.method) !== null);
  const chosen = whole.at(-1) ?? fitting.at(-1);
  if (chosen !== undefined) return success(chosen);
  const almost =
    classes.findLast((type) => findMethod(ancestryOf(run, type), wanted.method) !== null) ??
    classes.findLast(({ definition }) => definition.bases.some((base) => isWritten(run, base, wanted)));
  if (almost !== undefined) return failure([notBased(run, almost, wanted)]);
  const example = wanted === MODEL ? "class Autoencoder(nn.Module):" : "class DigitsDataset(Dataset):";
  return refuse({ from: 0, to: 0 }, `there is no class based on ${wanted.written}; write ${example}`);
}

/** A base that is imported only below the class is not known when Python reaches the class. */
function importedBelow(run: Run, { definition }: ClassValue): SpanComplaint | null {
  const [base] = definition.bases;
  if (base === undefined) return null;
  const [name = ""] = run.source.slice(base.from, base.to).split(".", 1);
  const at = run.globals.importedAt.get(name);
  if (at === undefined || at < definition.from) return null;
  const { from, to } = base;
  return { from, to, message: `${name} is imported below; move its import above the class` };
}

function isWritten(run: Run, { from, to }: Expression, { written }: Wanted): boolean {
  const [last = ""] = written.split(".").slice(-1);
  return run.source.slice(from, to).endsWith(last);
}

/** Why a class does not count: its base is not imported, or is another. */
function notBased(run: Run, { definition }: ClassValue, { written }: Wanted): SpanComplaint {
  const [base] = definition.bases;
  if (base !== undefined) {
    const before = run.complaints.length;
    evaluate(run, NO_SCOPE, base);
    const [complaint] = run.complaints.splice(before);
    if (complaint !== undefined) return complaint;
  }
  const at = base ?? definition.nameAt;
  return {
    from: at.from,
    to: at.to,
    message: `${definition.name} must be based on ${written}; write class ${definition.name}(${written}):`,
  };
}

function refuse(at: { from: number; to: number }, message: string): Result<never, readonly SpanComplaint[]> {
  return failure([{ ...at, message }]);
}
