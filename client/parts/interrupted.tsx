import { type InProgress, summarize } from "../outbox/in-progress.ts";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { plural } from "./numbers.ts";
import { When } from "./when.tsx";

/** Offers what was training when its tab was closed. */
export function Interrupted(props: {
  row: InProgress;
  title: string;
  level?: 2 | 4;
  /** What it was: `MLP autoencoders.` */
  name: string;
  isBusy: boolean;
  onGoOn: () => void;
  onForget: () => void;
}) {
  return (
    <EmptyState
      title={props.title}
      level={props.level ?? 2}
      action={
        <>
          <Button kind="primary" disabled={props.isBusy} onClick={() => props.onGoOn()}>
            Go on
          </Button>
          <Button onClick={() => props.onForget()}>Forget it</Button>
        </>
      }
    >
      {props.name} Its tab was closed or left (<When at={new Date(props.row.keptAt).toISOString()} />
      ). {sayProgress(props.row)}
    </EmptyState>
  );
}

/** How far it had come, and what going on does. */
export function sayProgress(row: InProgress): string {
  const { done, runs, epoch } = summarize(row);
  const kept =
    done === 0
      ? "No run was done yet"
      : `${done} of ${plural(runs, "run")} ${done === 1 ? "is" : "are"} kept`;
  return epoch === 0
    ? `${kept}; the rest can be trained now.`
    : `${kept}; the next can go on after its epoch ${epoch}.`;
}
