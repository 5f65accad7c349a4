import { For, Show } from "solid-js";
import { LABELS } from "../../../shared/dataset/digits.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { Field } from "../../parts/field.tsx";
import { Segments } from "../../parts/segments.tsx";
import type { ViewedRun } from "../viewed-run.ts";
import type { RivalChoice } from "./create-bench.ts";

/** The digit that the course asks about. */
const COURSE_DIGIT = 2;

type Split = ExperimentSpec["dataset"]["split"];

/** The digit that a run was trained on alone; of a run that saw all digits, the one that the course asks about. */
export function firstDigit(split: Split): number {
  return split.kind === "oneDigit" ? split.digit : COURSE_DIGIT;
}

/** Runs whose errors are in the same units. */
export function rivalsOf(run: ViewedRun, runs: readonly ViewedRun[]): readonly ViewedRun[] {
  const { scaling } = run.spec.dataset;
  return runs.filter(({ key, spec }) => key !== run.key && spec.dataset.scaling === scaling);
}

/** What a run is first set beside: another run of the same digit where there is one, or itself before training. */
export function firstRival(run: ViewedRun, runs: readonly ViewedRun[]): RivalChoice {
  const { split } = run.spec.dataset;
  if (split.kind !== "oneDigit") return "untrained";
  const isAlike = ({ spec: { dataset } }: ViewedRun) =>
    dataset.split.kind === "oneDigit" && dataset.split.digit === split.digit;
  return rivalsOf(run, runs).find(isAlike) ?? "untrained";
}

/** Which digit counts as normal, and what stands beside the run. */
export function Choices(props: {
  split: Split;
  digit: number;
  onDigit: (digit: number) => void;
  rivals: readonly ViewedRun[];
  rival: RivalChoice;
  onRival: (rival: RivalChoice) => void;
}) {
  const chosen = () => {
    const { rival } = props;
    return rival === null || rival === "untrained" ? (rival ?? "none") : rival.key;
  };
  const choose = (value: string) =>
    props.onRival(value === "untrained" ? value : (props.rivals.find(({ key }) => key === value) ?? null));
  return (
    <div class="bench-choices">
      <div class="field">
        <span class="field-label" aria-hidden="true">
          Normal digit
        </span>
        <Segments label="Normal digit" choices={LABELS} chosen={props.digit} onChoose={props.onDigit} />
        <p class="field-help">{describeKnowledge(props.split, props.digit)}</p>
      </div>
      <Field label="Beside it">
        {(control) => (
          <select {...control()} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="none" selected={chosen() === "none"}>
              nothing
            </option>
            <option value="untrained" selected={chosen() === "untrained"}>
              the same model, untrained
            </option>
            <For each={props.rivals}>
              {({ key, name }) => (
                <option value={key} selected={chosen() === key}>
                  {name}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <Show when={props.split.kind === "oneDigit" && props.split.heldOutFraction === undefined}>
        <p class="bench-caution muted">
          The normal images are those that it was trained on. Hold some out in the split to see new ones.
        </p>
      </Show>
    </div>
  );
}

/** What a run knows of the digit that counts as normal. */
export function describeKnowledge(split: Split, digit: number): string {
  if (split.kind === "random")
    return `It was trained on all digits, not on the ${digit} alone. Its test images are scored.`;
  if (split.digit === digit) return `It was trained on the ${digit} alone.`;
  return `It was not trained on the ${digit}, but on the ${split.digit} alone.`;
}
