import { createSignal } from "solid-js";
import { NO_LIMITS } from "../../../shared/boards/built-in.ts";
import type { BoardRule } from "../../../shared/boards/rule.ts";
import { MAX_BOARDS } from "../../../shared/limits.ts";
import { Button } from "../../parts/button.tsx";
import { ChoiceField } from "./choice-field.tsx";

/** Begins a new board with the rule of another one, its own state and limits aside. */
export function AddBoard(props: {
  rules: readonly BoardRule[];
  isFull: boolean;
  onAdd: (from: BoardRule) => void;
}) {
  const [chosen, setChosen] = createSignal("0");
  /** A built-in rule that the course has unchanged is offered once. */
  const rules = () =>
    props.rules.filter((rule, i) => props.rules.findIndex(({ title }) => title === rule.title) === i);
  const add = () => {
    const from = rules()[Number(chosen())];
    if (from === undefined) return;
    props.onAdd({
      ...from,
      title: "",
      limits: { ...NO_LIMITS, model: from.limits.model },
      state: { kind: "open" },
    });
  };
  return (
    <div class="row add-board">
      <ChoiceField
        label="Like"
        choices={rules().map(({ title }, i) => [String(i), title] as const)}
        chosen={chosen()}
        onChoose={setChosen}
      />
      <Button kind="primary" disabled={props.isFull} onClick={add}>
        Write its rule
      </Button>
      {props.isFull ? <span class="muted">A course has at most {MAX_BOARDS} boards.</span> : null}
    </div>
  );
}
