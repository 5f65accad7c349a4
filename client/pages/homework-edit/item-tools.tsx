import { Show } from "solid-js";
import type { Path } from "../../../shared/assignment/edit/change.ts";
import { Button } from "../../parts/button.tsx";
import type { Editor } from "./create-editor.ts";
import { fieldId } from "./fields/place-id.ts";

/**
 * What is done to an item of a list: move, copy, remove. The keyboard stays on the button, which moves along with its item; at an end
 * it stays there and does nothing, so that the keyboard is not thrown back to the top of the page.
 */
export function ItemTools(props: {
  editor: Editor;
  /** The list, and the item's place in it. */
  list: Path;
  index: number;
  count: number;
  /** How the item is called. */
  name: string;
  /** What removing it means beyond that, a sentence. */
  loss?: string | null;
  onCopy?: () => void;
  /** After it was moved or removed; what is open may have to follow. */
  onMoved?: (to: number) => void;
  onRemoved?: () => void;
}) {
  const idOf = (what: string, index: number) => `${fieldId([...props.list, index])}-${what}`;
  const move = (by: -1 | 1) => {
    const to = props.index + by;
    if (to < 0 || to >= props.count) return;
    const words = `${withCapital(props.name)} moved to place ${to + 1} of ${props.count}.`;
    props.editor.move(props.list, props.index, to, words);
    props.onMoved?.(to);
    focusSoon([idOf(by < 0 ? "up" : "down", to)]);
  };
  const remove = () => {
    const { index } = props;
    const words = `${withCapital(props.name)} removed.${props.loss ? ` ${props.loss}` : ""}`;
    props.editor.remove(props.list, index, words);
    props.onRemoved?.();
    focusSoon([idOf("remove", index), idOf("remove", index - 1), `${fieldId(props.list)}-add`]);
  };
  return (
    <fieldset class="item-tools" aria-label={`Change ${props.name}`}>
      <Button
        kind="quiet"
        id={idOf("up", props.index)}
        aria-disabled={props.index === 0}
        aria-label={`Move ${props.name} up`}
        onClick={() => move(-1)}
      >
        ↑ Up
      </Button>
      <Button
        kind="quiet"
        id={idOf("down", props.index)}
        aria-disabled={props.index === props.count - 1}
        aria-label={`Move ${props.name} down`}
        onClick={() => move(1)}
      >
        ↓ Down
      </Button>
      <Show when={props.onCopy}>
        {(copy) => (
          <Button kind="quiet" aria-label={`Copy ${props.name}`} onClick={() => copy()()}>
            Copy
          </Button>
        )}
      </Show>
      <Button
        kind="quiet"
        id={idOf("remove", props.index)}
        aria-label={`Remove ${props.name}`}
        onClick={remove}
      >
        Remove
      </Button>
    </fieldset>
  );
}

function withCapital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Puts the keyboard on the first of these that is there, once the page shows the change. */
export function focusSoon(ids: readonly string[]): void {
  queueMicrotask(() => {
    for (const id of ids) {
      const found = document.getElementById(id);
      if (found === null) continue;
      if (document.activeElement !== found) found.focus();
      return;
    }
  });
}
