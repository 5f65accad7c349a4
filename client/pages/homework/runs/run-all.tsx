import { Show } from "solid-js";
import { Button } from "../../../parts/button.tsx";
import { plural } from "../../../parts/numbers.ts";
import { StatusLine } from "../../../parts/status-line.tsx";
import { placeOf, sayPlace } from "../plots/drawn.ts";
import type { Work } from "../work.ts";
import type { Tally } from "./queue.ts";

/** Trains every part that is not trained yet as it stands, one after the other. */
export function RunAll(props: { work: Work }) {
  const { queue } = props.work.runs;
  const isBusy = () => queue.current() !== null || queue.waiting() > 0;
  const words = () => {
    const [cell, tally] = [queue.current(), queue.tally()];
    if (cell !== null) {
      const place = placeOf(props.work.assignment(), cell.id);
      const rest = queue.waiting() === 0 ? "" : `; ${plural(queue.waiting(), "part")} to go`;
      return `Training ${place === null ? cell.label : sayPlace(place)}${rest}.`;
    }
    if (queue.waiting() > 0) return `${plural(queue.waiting(), "part")} to go.`;
    return tally === null ? "Trains each part that is not trained as it stands." : sayTally(tally);
  };
  return (
    <div class="run-all row">
      <Show when={isBusy()} fallback={<Button onClick={queue.runAll}>Run all</Button>}>
        <Button onClick={queue.stopAll}>Stop all</Button>
      </Show>
      <StatusLine tone="muted" live>
        {words()}
      </StatusLine>
    </div>
  );
}

function sayTally({ trained, same, refused }: Tally): string {
  const said = [
    ...(trained === 0 ? [] : [`${plural(trained, "part")} trained`]),
    ...(same === 0
      ? []
      : [`${plural(same, "part")} had been trained as ${same === 1 ? "it stands" : "they stand"}`]),
    ...(refused === 0
      ? []
      : [`${plural(refused, "part")} cannot be trained yet, and ${refused === 1 ? "says" : "say"} why`]),
  ];
  return `${said.join("; ")}.`;
}
