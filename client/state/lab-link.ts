import type { Complaint } from "../../shared/explain.ts";
import { failure, type Result } from "../../shared/result.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { parseSweep, type SweepSpec } from "../../shared/spec/sweep.ts";

const KEY = "spec";

/** A link that fills /lab with a sweep. The sweep is behind the #: it is read in the page and sent nowhere. */
export function buildLabLink(sweep: SweepSpec): string {
  return `/lab#${KEY}=${encodeURIComponent(JSON.stringify(sweep))}`;
}

/** "Train this again": a link that fills /lab with one run's spec. */
export function buildRunAgainLink(spec: ExperimentSpec): string {
  return buildLabLink({ spec, widths: [], seeds: [spec.seed] });
}

/** The sweep of `location.hash`; null when it holds none, a failure when what it holds is broken. */
export function parseLabLink(hash: string): Result<SweepSpec, Complaint> | null {
  const text = hash.replace(/^#/, "");
  if (!text.startsWith(`${KEY}=`)) return null;
  const json = readJson(text.slice(KEY.length + 1));
  return json === null
    ? failure({
        path: "",
        message: "expected a spec as JSON, but part of the link is missing; copy the whole link again",
      })
    : parseSweep(json.value);
}

function readJson(encoded: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(decodeURIComponent(encoded)) };
  } catch {
    return null;
  }
}
