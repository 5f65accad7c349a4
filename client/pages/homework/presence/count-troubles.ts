import type { ErrorKind, Errors } from "../../../../shared/api/live.ts";

/** What went wrong by kind, each counted until the same goes well again. */
export type TroubleCount = { readonly [kind in ErrorKind]: number };

export const NO_TROUBLE: TroubleCount = { code: 0, training: 0, device: 0, sending: 0 };

const MOST = 10_000;

export function countTrouble(count: TroubleCount, kind: ErrorKind): TroubleCount {
  return { ...count, [kind]: Math.min(MOST, count[kind] + 1) };
}

export function forgetTrouble(count: TroubleCount, ...kinds: readonly ErrorKind[]): TroubleCount {
  const next = { ...count };
  for (const kind of kinds) next[kind] = 0;
  return next;
}

/** As it is sent: what never went wrong is left out. */
export function errorsOf(count: TroubleCount): Errors {
  const errors: Errors = {};
  for (const kind of ["code", "training", "device", "sending"] as const) {
    if (count[kind] > 0) errors[kind] = count[kind];
  }
  return errors;
}
