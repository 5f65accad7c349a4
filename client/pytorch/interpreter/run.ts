import type { Span, SpanComplaint } from "../complaint.ts";
import { MAX_DEPTH, MAX_STEPS } from "../limits.ts";
import type { Globals } from "./globals.ts";
import type { Library } from "./library.ts";
import type { Flow, Module, Value } from "./value.ts";
import { UNKNOWN } from "./value.ts";

/** One following of a student's class. Everything that the pieces of the interpreter share and change. */
export type Run = {
  readonly source: string;
  readonly globals: Globals;
  readonly library: Library;
  readonly complaints: SpanComplaint[];
  /** Layers in the order in which they were made, which is the order of PyTorch's random draws. */
  readonly modules: Module[];
  /** Every step of forward, in order. */
  readonly flows: Flow[];
  /** Modules that forward has called. */
  readonly called: Set<Module>;
  phase: "init" | "forward" | "data";
  /** The return that was followed last, which at the end is forward's own. */
  returnedAt: Span;
  steps: number;
  depth: number;
  /** The path through the code is not known from here on: what else seems wrong would be an echo. */
  isLost: boolean;
  /** Whether a layer that works on images was met. */
  sawImageLayer: boolean;
};

export function startRun(source: string, globals: Globals, library: Library): Run {
  return {
    source,
    globals,
    library,
    complaints: [],
    modules: [],
    flows: [],
    called: new Set(),
    phase: "init",
    returnedAt: { from: 0, to: 0 },
    steps: 0,
    depth: 0,
    isLost: false,
    sawImageLayer: false,
  };
}

/** Keeps a complaint and gives the value that goes on in place of the right one. */
export function complain(run: Run, { from, to }: Span, message: string): Value {
  if (!run.isLost) run.complaints.push({ from, to, message });
  return UNKNOWN;
}

/** The path cannot be followed further. */
export function loseWay(run: Run): void {
  run.isLost = true;
}

/** Counts one expression or statement; false once the class has taken more than any real one does. */
export function mayGoOn(run: Run, at: Span): boolean {
  run.steps++;
  if (run.steps <= MAX_STEPS) return !hasStopped(run);
  if (run.steps === MAX_STEPS + 1) {
    complain(run, at, `this takes more than ${MAX_STEPS} steps to follow; make the loops shorter`);
    loseWay(run);
  }
  return false;
}

export function hasStopped(run: Run): boolean {
  return run.steps > MAX_STEPS;
}

/** Does `work` one level deeper, unless that is too deep to follow, as a function that calls itself is. */
export function deeper<T>(run: Run, at: Span, tooDeep: T, work: () => T): T {
  if (run.depth >= MAX_DEPTH) {
    complain(run, at, "this calls itself, or is nested, too deeply to be followed");
    loseWay(run);
    run.steps = MAX_STEPS + 1;
    return tooDeep;
  }
  run.depth++;
  const value = work();
  run.depth--;
  return value;
}
