import type { BoardMetric } from "../../../shared/boards/metrics.ts";
import { type BoardLimits, type BoardRule, parseRule } from "../../../shared/boards/rule.ts";
import type { Dataset } from "../../../shared/spec/experiment.ts";
import type { LayerKind } from "../../../shared/spec/layers.ts";
import { type Clock, clockIn, timeIn } from "../../parts/zoned-time.ts";

/** A rule as it stands in its form: what was typed. An empty field means that there is no such limit. */
export type RuleForm = {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly metric: BoardMetric;
  readonly scaling: Dataset["scaling"];
  readonly splitKind: Dataset["split"]["kind"];
  /** Of a random split. */
  readonly testFraction: string;
  /** Of a split of one digit; `heldOutFraction` is empty where nothing is held out. */
  readonly digit: string;
  readonly heldOutFraction: string;
  /** Of either: what draws the test images, or those that are held out. */
  readonly splitSeed: string;
  readonly model: BoardLimits["model"];
  readonly latentSize: string;
  readonly parameters: string;
  readonly epochs: string;
  /** None for any. */
  readonly layerKinds: readonly LayerKind[];
  readonly counts: BoardRule["counts"];
  readonly ranking: BoardRule["ranking"]["kind"];
  readonly widths: string;
  readonly names: BoardRule["names"];
  readonly state: BoardRule["state"]["kind"];
  /** When it is frozen, or until when it is hidden; an empty day for until it is opened. */
  readonly clock: Clock;
  /** The moment that the clock was read from, whose seconds it does not show; null where there was none. */
  readonly moment: string | null;
  readonly attemptsADay: string;
};

const NO_CLOCK: Clock = { date: "", time: "23:59" };

/** The form of a rule, with its times as the clocks of `zone` show them. */
export function formOf(rule: BoardRule, zone: string): RuleForm {
  const { dataset, limits, ranking, state, attemptsADay, ...same } = rule;
  const { split } = dataset;
  const isOneDigit = split.kind === "oneDigit";
  const at = state.kind === "frozen" ? state.from : state.kind === "hidden" ? state.until : null;
  return {
    ...same,
    scaling: dataset.scaling,
    splitKind: split.kind,
    testFraction: isOneDigit ? "0.5" : String(split.testFraction),
    digit: isOneDigit ? String(split.digit) : "2",
    heldOutFraction: isOneDigit ? textOf(split.heldOutFraction) : "",
    splitSeed: textOf(split.seed) || "0",
    model: limits.model,
    latentSize: textOf(limits.latentSize),
    parameters: textOf(limits.parameters),
    epochs: textOf(limits.epochs),
    layerKinds: limits.layerKinds ?? [],
    ranking: ranking.kind,
    widths: ranking.kind === "byWidth" ? ranking.widths.join(", ") : "",
    state: state.kind,
    clock: at === null ? NO_CLOCK : clockIn(zone, Date.parse(at)),
    moment: at,
    attemptsADay: textOf(attemptsADay),
  };
}

/** The moment that a form's clock shows; null while it is none. One that was not touched keeps its seconds. */
function momentOf({ clock, moment }: RuleForm, zone: string): string | null {
  if (clock.date === "") return null;
  const before = moment === null ? null : clockIn(zone, Date.parse(moment));
  if (before?.date === clock.date && before.time === clock.time) return moment;
  const at = timeIn(zone, clock);
  return at === null ? null : new Date(at).toISOString();
}

/** Which part of a form a complaint is about. */
export type RuleField =
  | "id"
  | "title"
  | "question"
  | "metric"
  | "testFraction"
  | "digit"
  | "heldOutFraction"
  | "splitSeed"
  | "model"
  | "latentSize"
  | "parameters"
  | "epochs"
  | "widths"
  | "clock"
  | "attemptsADay";

/** The rule that a form says, or which field is wrong and why. */
export type BuiltRule =
  | { readonly ok: true; readonly rule: BoardRule }
  | { readonly ok: false; readonly field: RuleField; readonly message: string };

export function buildRule(form: RuleForm, zone: string): BuiltRule {
  const at = momentOf(form, zone);
  if (form.state === "frozen" && at === null)
    return { ok: false, field: "clock", message: "Set the day and the time from which it is frozen." };
  const parsed = parseRule({
    id: form.id,
    title: form.title,
    question: form.question,
    metric: form.metric,
    dataset: { id: "digits", scaling: form.scaling, split: splitOf(form) },
    limits: {
      latentSize: limitOf(form.latentSize),
      parameters: limitOf(form.parameters),
      epochs: limitOf(form.epochs),
      layerKinds: form.layerKinds.length === 0 ? null : form.layerKinds,
      model: form.model,
    },
    counts: form.counts,
    ranking:
      form.ranking === "byWidth"
        ? {
            kind: "byWidth",
            widths: form.widths
              .split(/[\s,;]+/)
              .filter(Boolean)
              .map(numberOf),
          }
        : { kind: "together" },
    names: form.names,
    state: stateOf(form.state, at),
    attemptsADay: limitOf(form.attemptsADay),
  });
  if (parsed.ok) return { ok: true, rule: parsed.value };
  const { path, message } = parsed.error;
  return { ok: false, field: FIELDS.find(([start]) => path.startsWith(start))?.[1] ?? "title", message };
}

function splitOf({ splitKind, splitSeed, testFraction, digit, heldOutFraction }: RuleForm) {
  const seed = numberOf(splitSeed);
  if (splitKind === "random") return { kind: "random", testFraction: numberOf(testFraction), seed };
  const held = heldOutFraction.trim() === "" ? {} : { heldOutFraction: numberOf(heldOutFraction), seed };
  return { kind: "oneDigit", digit: numberOf(digit), ...held };
}

function stateOf(kind: RuleForm["state"], at: string | null) {
  if (kind === "open") return { kind };
  return kind === "frozen" ? { kind, from: at } : { kind, until: at };
}

const FIELDS: readonly (readonly [start: string, field: RuleField])[] = [
  ["id", "id"],
  ["question", "question"],
  ["metric", "metric"],
  ["dataset.split.testFraction", "testFraction"],
  ["dataset.split.digit", "digit"],
  ["dataset.split.heldOutFraction", "heldOutFraction"],
  ["dataset.split.seed", "splitSeed"],
  ["limits.model", "model"],
  ["limits.latentSize", "latentSize"],
  ["limits.parameters", "parameters"],
  ["limits.epochs", "epochs"],
  ["ranking.widths", "widths"],
  ["state", "clock"],
  ["attemptsADay", "attemptsADay"],
];

function textOf(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

function limitOf(text: string): number | string | null {
  return text.trim() === "" ? null : numberOf(text);
}

/** A number, or the text itself, which the contract then names in its complaint. */
function numberOf(text: string): number | string {
  const value = Number(text);
  return text.trim() === "" || Number.isNaN(value) ? text : value;
}
