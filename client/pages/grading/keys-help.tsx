import { Button } from "../../parts/button.tsx";

/** The keys of the desk, in a dialog of the browser's own: Escape closes it. */
export function KeysHelp(props: { moves: string; ref: (dialog: HTMLDialogElement) => void }) {
  let dialog: HTMLDialogElement | undefined;
  return (
    <dialog
      class="keys-help"
      aria-labelledby="keys-help-title"
      ref={(element) => {
        dialog = element;
        props.ref(element);
      }}
    >
      <h2 id="keys-help-title">Keys of this desk</h2>
      <dl>
        <dt>
          <kbd>1</kbd> to <kbd>9</kbd>, <kbd>0</kbd>
        </dt>
        <dd>tick or untick the rubric’s first to tenth item</dd>
        <dt>
          <kbd>A</kbd>
        </dt>
        <dd>take over what the lab proposes</dd>
        <dt>
          <kbd>C</kbd>
        </dt>
        <dd>
          write a comment; <kbd>Escape</kbd> leaves it
        </dd>
        <dt>
          <kbd>Enter</kbd>
        </dt>
        <dd>
          save and go on to what is not graded yet; <kbd>Ctrl</kbd> <kbd>Enter</kbd> while a comment is
          written
        </dd>
        <dt>
          <kbd>J</kbd> <kbd>K</kbd> or <kbd>→</kbd> <kbd>←</kbd>
        </dt>
        <dd>{props.moves}</dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>these keys</dd>
      </dl>
      <Button onClick={() => dialog?.close()}>Close</Button>
    </dialog>
  );
}
