import { takesNames } from "./names.ts";

/** What a notebook's cells have run so far, in order: knows when a later cell took a name from an earlier one. */
export type Kernel = {
  run(source: string): void;
  /** Whether a source must run (again) before its names can be used. */
  needs(source: string): boolean;
};

export function makeKernel(): Kernel {
  const ran: string[] = [];
  return {
    run: (source) => void ran.push(source),
    needs(source) {
      const at = ran.lastIndexOf(source);
      return at < 0 || ran.slice(at + 1).some((later) => takesNames(later, source));
    },
  };
}
