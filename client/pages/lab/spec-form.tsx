import { For, Show } from "solid-js";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { SweepSpec } from "../../../shared/spec/sweep.ts";
import { describeSeeds } from "../../parts/differences.ts";
import { Field } from "../../parts/field.tsx";
import { Help } from "../../parts/help.tsx";
import { describeModel, isConvolutional, widthsOf } from "../../parts/model-words.ts";
import { readNumber, SpecField } from "../../parts/spec-field.tsx";
import { WidthsField } from "../../parts/widths-field.tsx";
import type { Specs } from "../../state/specs.ts";
import type { Draft } from "./draft.ts";
import { SplitFields } from "./split-fields.tsx";

const SCALINGS = [
  ["standardize", "standardize: (X − mean) / std"],
  ["unit", "unit: X / 16"],
  ["none", "none: X from 0 to 16"],
] as const;

/** What to train: everything of the spec that the reader may change, the usual things first. */
export function SpecForm(props: { specs: Specs; draft: Draft; sweep: SweepSpec }) {
  const { draft } = props;
  const complaint = (field: string) => draft.complaints()[field];
  const editSpec = (field: string, change: (spec: ExperimentSpec) => object) =>
    draft.edit(field, (sweep) => ({ ...sweep, spec: { ...sweep.spec, ...change(sweep.spec) } }));
  const editOptimizer = (field: "learningRate" | "weightDecay", text: string) =>
    editSpec(field, ({ optimizer }) => ({ optimizer: { ...optimizer, [field]: readNumber(text) } }));
  const editSeeds = (text: string) =>
    draft.edit("seeds", (sweep) => {
      const [first, count] = [sweep.seeds[0] ?? sweep.spec.seed, readNumber(text)];
      const whole = typeof count === "number" && Number.isInteger(count) && count >= 1 && count <= 600;
      return { ...sweep, seeds: whole ? Array.from({ length: count }, (_, i) => first + i) : text };
    });
  const spec = () => props.sweep.spec;
  const hasWidths = () => widthsOf(props.sweep).length > 0;

  return (
    <div class="spec-form">
      <Field label="Experiment" help={`${describeModel(props.sweep)}`}>
        {(control) => (
          <select
            {...control()}
            onChange={(event) => {
              const picked = props.specs.specs[event.currentTarget.selectedIndex];
              if (picked !== undefined) draft.pick(picked);
            }}
          >
            <For each={props.specs.specs}>
              {(one, i) => (
                <option selected={draft.from()?.problem === one.problem}>
                  {i() + 1}. {one.title}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <Show when={hasWidths()}>
        <WidthsField
          label={isConvolutional(spec()) ? "Kernels" : "Hidden sizes"}
          widths={widthsOf(props.sweep)}
          complaint={complaint("widths")}
          onChange={(widths) => draft.edit("widths", (sweep) => ({ ...sweep, widths }))}
        />
      </Show>
      <div class="spec-form-pair">
        <SpecField
          label="Seeds"
          inputMode="numeric"
          value={String(Math.max(1, props.sweep.seeds.length))}
          complaint={complaint("seeds") && "expected how many: a whole number from 1, up to 600 runs in all"}
          help={`seed ${describeSeeds(props.sweep)}`}
          onEdit={editSeeds}
        />
        <SpecField
          label="Epochs"
          inputMode="numeric"
          value={String(spec().epochs)}
          complaint={complaint("epochs")}
          onEdit={(text) => editSpec("epochs", () => ({ epochs: readNumber(text) }))}
        />
        <SpecField
          label="Learning rate"
          value={String(spec().optimizer.learningRate)}
          complaint={complaint("learningRate")}
          help="Adam"
          onEdit={(text) => editOptimizer("learningRate", text)}
        />
        <SpecField
          label="Batch size"
          inputMode="text"
          value={String(spec().batchSize)}
          complaint={complaint("batchSize")}
          help="full, or a number"
          onEdit={(text) => editSpec("batchSize", () => ({ batchSize: readNumber(text) }))}
        />
      </div>
      <Help summary="More: scaling, split, regularization">
        <Field label="Scaling">
          {(control) => (
            <select
              {...control()}
              onChange={(event) => {
                const scaling = SCALINGS[event.currentTarget.selectedIndex]?.[0];
                editSpec("scaling", ({ dataset }) => ({ dataset: { ...dataset, scaling } }));
              }}
            >
              <For each={SCALINGS}>
                {([scaling, label]) => <option selected={spec().dataset.scaling === scaling}>{label}</option>}
              </For>
            </select>
          )}
        </Field>
        <SplitFields
          split={spec().dataset.split}
          complaint={complaint("split")}
          onChange={(split) => editSpec("split", ({ dataset }) => ({ dataset: { ...dataset, split } }))}
        />
        <div class="spec-form-pair">
          <SpecField
            label="Weight decay"
            value={String(spec().optimizer.weightDecay)}
            complaint={complaint("weightDecay")}
            help="L2, as Adam has it"
            onEdit={(text) => editOptimizer("weightDecay", text)}
          />
          <SpecField
            label="Latent L1"
            value={String(spec().loss.latentL1)}
            complaint={complaint("latentL1")}
            help="× mean |latent|"
            onEdit={(text) =>
              editSpec("latentL1", ({ loss }) => ({ loss: { ...loss, latentL1: readNumber(text) } }))
            }
          />
        </div>
      </Help>
    </div>
  );
}
