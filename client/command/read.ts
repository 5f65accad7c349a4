import { readFileSync } from "node:fs";
import { formatComplaint } from "../pytorch/complaint.ts";
import { readModel } from "../pytorch/model/read-model.ts";
import type { ReadCommand } from "./read-arguments.ts";
import { reason } from "./read-specs.ts";

export type ReadStreams = {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  /** For lines that begin with a file and a place in it, as editors look for them. */
  readonly point: (line: string) => void;
};

const STANDARD_INPUT = 0;

/** Prints the layers of a class, or what is wrong with it; gives the exit status. */
export function runRead(
  { path, className, settings, inputShape }: ReadCommand,
  { print, complain, point }: ReadStreams,
): number {
  let source: string;
  try {
    source = readFileSync(path === "-" ? STANDARD_INPUT : path, "utf8");
  } catch (error) {
    complain(`${path}: cannot be read (${reason(error)})`);
    return 2;
  }
  const model = readModel(source, {
    ...(className === null ? {} : { className }),
    parameters: settings,
    ...(inputShape === null ? {} : { inputShape }),
  });
  if (!model.ok) {
    const name = path === "-" ? "standard input" : path;
    for (const complaint of model.error) point(`${name}:${formatComplaint(complaint)}`);
    return 2;
  }
  const { layers, latentAfter } = model.value;
  print(JSON.stringify({ layers, latentAfter }));
  return 0;
}
