import { createSignal, For, Show } from "solid-js";
import type { CellOf, OpenField } from "../../../../shared/assignment/assignment.ts";
import { Button } from "../../../parts/button.tsx";
import { listDifferences } from "../../../parts/differences.ts";
import { Help } from "../../../parts/help.tsx";
import type { Work } from "../work.ts";
import { SettingField } from "./setting-field.tsx";
import { changeSetting, settle, settledValue } from "./settings.ts";

/** The hyperparameters that a cell leaves open, with its own values until they are changed. */
export function SettingsForm(props: { work: Work; cell: CellOf<"run"> }) {
  const { notebook, runs } = props.work;
  const [complaints, setComplaints] = createSignal<Partial<Record<OpenField, string>>>({});
  const answer = () => notebook.answer("run", props.cell);
  const settings = () => answer().settings;
  const differences = () => {
    const sweep = (widths: readonly number[]) => ({ widths: [...widths], seeds: [] });
    return listDifferences(
      { spec: settle(props.cell, settings()), ...sweep(settledValue(props.cell, settings(), "widths")) },
      { spec: props.cell.spec, ...sweep(props.cell.widths) },
    );
  };
  const summary = () =>
    differences().length === 0 ? "Hyperparameters: as asked" : `Hyperparameters: ${differences().join(", ")}`;
  const refusal = (field: OpenField) => {
    const standing = runs.queue.standing(props.cell.id);
    if (standing.status !== "refused") return undefined;
    return standing.complaints.find((one) => one.field === field)?.message;
  };
  const edit = (field: OpenField, typed: unknown) => {
    const changed = changeSetting(props.cell, settings(), field, typed);
    const { [field]: _, ...others } = complaints();
    setComplaints(changed.ok ? others : { ...others, [field]: changed.error });
    if (changed.ok) notebook.write(props.cell.id, { ...answer(), settings: changed.value });
  };

  return (
    <Show when={props.cell.open.length > 0}>
      <Help summary={summary()} lazy>
        <div class="run-settings">
          <For each={props.cell.open}>
            {(field) => (
              <SettingField
                cell={props.cell}
                field={field}
                settings={settings()}
                complaint={complaints()[field] ?? refusal(field)}
                onEdit={(typed) => edit(field, typed)}
              />
            )}
          </For>
        </div>
        <div class="row">
          <Button
            kind="quiet"
            disabled={differences().length === 0 && Object.keys(complaints()).length === 0}
            onClick={() => {
              setComplaints({});
              notebook.write(props.cell.id, { ...answer(), settings: {} });
            }}
          >
            As asked
          </Button>
        </div>
      </Help>
    </Show>
  );
}
