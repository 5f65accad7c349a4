import { For, Show } from "solid-js";
import type { LatentMap } from "../../../shared/metrics/latent-map.ts";
import { Field } from "../../parts/field.tsx";
import { Segments } from "../../parts/segments.tsx";
import { type LatentState, TOOLS } from "./create-map.ts";
import { nameAxis } from "./map-points.ts";

/** What the pointer does, which images are shown, and along which components. */
export function MapControls(props: { state: LatentState; map: LatentMap | null }) {
  const options = () => Array.from({ length: props.map?.shares.length ?? 0 }, (_, axis) => axis);
  return (
    <div class="latent-controls not-printed">
      <Segments
        label="On the map"
        choices={TOOLS}
        chosen={props.state.tool()}
        onChoose={props.state.setTool}
      />
      <Segments
        label="Which set"
        choices={[null, ...props.state.setsThere()]}
        chosen={props.state.set()}
        onChoose={props.state.setSet}
        name={(set) => set ?? "all images"}
      />
      <Show when={options().length > 1 ? props.map : null}>
        {(map) => (
          <div class="latent-axes">
            <AxisField
              label="Across"
              map={map()}
              options={options()}
              axis={props.state.axes()[0]}
              onPick={(axis) => props.state.turnTo([axis, props.state.axes()[1]])}
            />
            <AxisField
              label="Up"
              map={map()}
              options={options()}
              axis={props.state.axes()[1]}
              onPick={(axis) => props.state.turnTo([props.state.axes()[0], axis])}
            />
          </div>
        )}
      </Show>
    </div>
  );
}

function AxisField(props: {
  label: string;
  map: LatentMap;
  options: readonly number[];
  axis: number;
  onPick: (axis: number) => void;
}) {
  return (
    <Field label={props.label}>
      {(control) => (
        <select {...control()} onChange={(event) => props.onPick(Number(event.currentTarget.value))}>
          <For each={props.options}>
            {(axis) => (
              <option value={axis} selected={axis === props.axis}>
                {nameAxis(props.map, axis).replace(" of the variance", "")}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}
