import { useLocation } from "@solidjs/router";
import { createEffect, createMemo, createSignal } from "solid-js";
import type { CourseSpec } from "../../../shared/api/courses.ts";
import { formatComplaint } from "../../../shared/explain.ts";
import { expandSweep, parseSweep, type SweepSpec } from "../../../shared/spec/sweep.ts";
import { listDifferences } from "../../parts/differences.ts";
import { parseLabLink } from "../../state/lab-link.ts";
import type { Specs } from "../../state/specs.ts";

export type Draft = ReturnType<typeof createDraft>;

/**
 * The sweep that the reader puts together. It is always one that the contract accepts: a field's text that is not
 * makes a complaint instead, and while there is one nothing can be trained.
 */
export function createDraft(specs: () => Specs | null) {
  const location = useLocation();
  const [from, setFrom] = createSignal<CourseSpec | null>(null);
  const [sweep, setSweep] = createSignal<SweepSpec | null>(null);
  const [brokenLink, setBrokenLink] = createSignal<string | null>(null);
  const [complaints, setComplaints] = createSignal<Readonly<Record<string, string>>>({});

  function pick(spec: CourseSpec): void {
    setFrom(spec);
    setSweep(spec.sweep);
    setComplaints({});
  }

  createEffect(() => {
    const list = specs()?.specs ?? [];
    const [first] = list;
    if (first === undefined) return;
    const linked = parseLabLink(location.hash);
    if (linked === null || !linked.ok) {
      setBrokenLink(linked === null ? null : formatComplaint(linked.error));
      pick(first);
      return;
    }
    setBrokenLink(null);
    pick(nearest(linked.value, list) ?? first);
    setSweep(linked.value);
  });

  /** Tries `change` on the sweep; `field` names the field that complains when the contract refuses the outcome. */
  function edit(field: string, change: (sweep: SweepSpec) => unknown): void {
    const now = sweep();
    if (now === null) return;
    const parsed = parseSweep(change(now));
    const expanded = parsed.ok ? expandSweep(parsed.value) : parsed;
    const { [field]: _, ...others } = complaints();
    if (parsed.ok && expanded.ok) setSweep(parsed.value);
    setComplaints(expanded.ok ? others : { ...others, [field]: expanded.error.message });
  }

  const runs = createMemo(() => {
    const now = sweep();
    const expanded = now === null ? null : expandSweep(now);
    return expanded?.ok ? expanded.value : [];
  });
  const differences = createMemo(() => {
    const [now, course] = [sweep(), from()];
    return now === null || course === null ? [] : listDifferences(now, course.sweep);
  });
  const isReady = () => runs().length > 0 && Object.keys(complaints()).length === 0;
  return { from, sweep, runs, differences, complaints, brokenLink, isReady, pick, edit };
}

/** The course's spec that a linked sweep differs from least. */
function nearest(sweep: SweepSpec, list: readonly CourseSpec[]): CourseSpec | undefined {
  const distance = (spec: CourseSpec) => listDifferences(sweep, spec.sweep).length;
  return list.toSorted((a, b) => distance(a) - distance(b))[0];
}
