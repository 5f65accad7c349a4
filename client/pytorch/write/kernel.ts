import { listNames } from "./names.ts";

/** What a notebook's cells have run so far, in order: knows when a later cell took a name from an earlier one. */
export type Kernel = {
  run(source: string): void;
  /** Whether a source must run (again) before its names can be used. */
  needs(source: string): boolean;
};

export function makeKernel(): Kernel {
  const ran: { readonly source: string; readonly names: ReadonlySet<string> }[] = [];
  return {
    run(source) {
      const before = ran.find((one) => one.source === source);
      ran.push({ source, names: before?.names ?? listNames(source) });
    },
    needs(source) {
      const at = ran.findLastIndex((one) => one.source === source);
      const last = ran[at];
      if (last === undefined) return true;
      return ran.slice(at + 1).some(({ names }) => [...names].some((name) => last.names.has(name)));
    },
  };
}
