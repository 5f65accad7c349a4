import { createMemo, For, Index, Show } from "solid-js";
import { choose, needsDevices } from "../../engine/choose.ts";
import { Field } from "../../parts/field.tsx";
import { Help } from "../../parts/help.tsx";
import { createDevices } from "../../state/devices.ts";
import type { Lab } from "./create-lab.ts";
import { listEngineOptions } from "./engine-options.ts";

/** What trains, chosen by the lab or the reader, and why that; what else this machine has, one click away. */
export function EngineField(props: { lab: Lab }) {
  const { lab } = props;
  const devices = createDevices();
  const options = createMemo(() => listEngineOptions(devices()));
  const choice = createMemo(() => {
    const spec = lab.draft.runs()[0];
    if (spec === undefined) return null;
    if (needsDevices(spec, lab.preference()) && devices() === null) return null;
    return choose({ spec, preference: lab.preference(), devices: devices() ?? [] });
  });
  const why = () => {
    const found = choice();
    return found?.ok ? found.value.choice.why : undefined;
  };
  const complaint = () => {
    const found = choice();
    return found === null || found.ok ? undefined : found.error.message;
  };
  return (
    <div>
      <Field label="Engine" help={why() ?? "Asking this machine what it has"} complaint={complaint()}>
        {(control) => (
          <select
            {...control()}
            onChange={(event) => {
              const option = options()[event.currentTarget.selectedIndex];
              if (option !== undefined) lab.setPreference(option.preference);
            }}
          >
            {/* The same elements before and after the devices have answered: the menu may be open then. */}
            <Index each={options()}>
              {(option) => (
                <option
                  value={option().preference}
                  disabled={!option().available}
                  selected={lab.preference() === option().preference}
                >
                  {option().label}
                </option>
              )}
            </Index>
          </select>
        )}
      </Field>
      <Help summary="What this machine has">
        <Show when={devices()} fallback={<p>Asking</p>}>
          {(found) => (
            <ul class="engine-devices">
              <li>Moments: the processor, with the exact second moments of the data. Linear models only.</li>
              <li>SIMD kernels: the processor, any model, the same result on every machine.</li>
              <For each={found()}>{({ why }) => <li>TensorFlow.js. {why}</li>}</For>
            </ul>
          )}
        </Show>
        <p class="muted">
          Train once on each engine to compare: the table keeps both, and says how far apart they are.
        </p>
      </Help>
    </div>
  );
}
