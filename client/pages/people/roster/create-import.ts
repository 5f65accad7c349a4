import { createSignal, onCleanup } from "solid-js";
import type { RosterReport } from "../../../../shared/api/roster.ts";
import { MAX_ROSTER_BODY_BYTES } from "../../../../shared/limits.ts";
import { rosterCalls } from "../../../state/calls/roster.ts";
import { readText } from "./read-text.ts";

/** A roster as it was chosen or pasted. */
export type Source = {
  /** The file's name; null for what was pasted. */
  readonly name: string | null;
  readonly csv: string;
  readonly guessed: string | null;
};

export type Importing =
  | { readonly status: "nothing" }
  /** `report`: of the check before, while the same file is checked again. */
  | { readonly status: "checking"; readonly source: Source; readonly report: RosterReport | null }
  | { readonly status: "checked"; readonly source: Source; readonly report: RosterReport }
  | { readonly status: "importing"; readonly source: Source; readonly report: RosterReport }
  | { readonly status: "imported"; readonly source: Source; readonly report: RosterReport };

const MEGABYTE = 1_000_000;

/** Imports a roster in two steps: a file is checked at once, without a change, and imported when the reader has seen the report. */
export function createImport({
  course,
  onImported,
}: {
  readonly course: () => string;
  readonly onImported: () => void;
}) {
  const [state, setState] = createSignal<Importing>({ status: "nothing" });
  const [problem, setProblem] = createSignal<string | null>(null);
  const [removeMissing, setRemoveMissing] = createSignal(false);
  let asked = 0;
  onCleanup(() => {
    asked = -1;
  });

  async function check(source: Source): Promise<void> {
    const mine = ++asked;
    const before = state();
    const report = before.status === "nothing" || before.source !== source ? null : before.report;
    setProblem(null);
    setState({ status: "checking", source, report });
    const wish = { csv: source.csv, dryRun: true, removeMissing: removeMissing() };
    const answer = await rosterCalls.put(course(), wish);
    if (mine !== asked) return;
    if (answer.ok) setState({ status: "checked", source, report: answer.value });
    else {
      setProblem(answer.error.message);
      setState(report === null ? { status: "nothing" } : { status: "checked", source, report });
    }
  }

  return {
    state,
    /** What went wrong with the last thing that was asked for. */
    problem,
    removeMissing,
    async chooseFile(file: File): Promise<void> {
      if (file.size > MAX_ROSTER_BODY_BYTES) {
        setProblem(
          `Expected a roster of at most ${MAX_ROSTER_BODY_BYTES / MEGABYTE} MB, ${file.name} has ${(file.size / MEGABYTE).toFixed(1)} MB. Leave out the columns that are no name, email, id or section.`,
        );
        return;
      }
      const bytes = await file.arrayBuffer().catch(() => null);
      if (bytes === null) {
        setProblem(
          `${file.name} could not be read. Choose it again; if that does not help, paste what is in it.`,
        );
        return;
      }
      const read = readText(new Uint8Array(bytes));
      if (!read.ok) setProblem(read.error);
      else await check({ name: file.name, csv: read.value.text, guessed: read.value.guessed });
    },
    paste: (csv: string) => check({ name: null, csv, guessed: null }),
    setRemoveMissing(wished: boolean): void {
      setRemoveMissing(wished);
      const now = state();
      if (now.status !== "nothing") void check(now.source);
    },
    async confirm(): Promise<void> {
      const now = state();
      if (now.status !== "checked") return;
      setProblem(null);
      setState({ ...now, status: "importing" });
      const answer = await rosterCalls.put(course(), { csv: now.source.csv, removeMissing: removeMissing() });
      if (asked < 0) return;
      if (answer.ok) {
        setState({ status: "imported", source: now.source, report: answer.value });
        onImported();
      } else {
        setState(now);
        setProblem(answer.error.message);
      }
    },
    startOver(): void {
      asked++;
      setProblem(null);
      setRemoveMissing(false);
      setState({ status: "nothing" });
    },
  };
}
export type RosterImport = ReturnType<typeof createImport>;
