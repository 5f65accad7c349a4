import { Help } from "../../parts/help.tsx";

/** How the notebook is used: what saves, what the keys do, how formulas are written. */
export function PageHelp() {
  return (
    <Help summary="How this page works" lazy>
      <dl class="page-help">
        <dt>It saves itself</dt>
        <dd>
          What you write is on this device a moment later and with the class in about two seconds. Without a
          network you can go on; it is sent when the network is back. If two of your devices change the same
          answer, both versions are kept and you choose.
        </dd>
        <dt>What the staff see</dt>
        <dd>
          While this page is open, the course's staff see which part you have in view, and whether code,
          training, your device or sending keeps failing, so that they can come and help. They also see how
          far each part is and your runs. They do not see what you type before it is saved, and none of it
          counts for the grade. Hide this page and it says nothing more.
        </dd>
        <dt>Keys</dt>
        <dd>
          <kbd>Alt</kbd> <kbd>↓</kbd> and <kbd>Alt</kbd> <kbd>↑</kbd> go to the next part and the one before,
          where you are not typing. In code, <kbd>Tab</kbd> indents; <kbd>Escape</kbd> and then <kbd>Tab</kbd>{" "}
          leaves the editor, and <kbd>F8</kbd> goes to the next complaint.
        </dd>
        <dt>Runs</dt>
        <dd>
          A run trains your own class on this machine. Each press is an attempt, and earlier ones stay: name
          them, compare them, choose which one counts. Plots and the report show what counts. <kbd>Ctrl</kbd>{" "}
          <kbd>Enter</kbd> in a run's cell trains it. The same class and hyperparameters give the same numbers
          every time.
        </dd>
        <dt>Text</dt>
        <dd>
          Answers are Markdown: <code>**bold**</code>, <code>- a list</code>, <code>`code`</code>. Formulas
          stand between dollar signs: <code>$\hat x = W_2 W_1 x$</code> in a line,{" "}
          <code>$$\frac{"{1}{N}"}\sum_i e_i$$</code> on their own.
        </dd>
        <dt>States of a part</dt>
        <dd>
          <b>empty</b>: nothing there yet. <b>draft</b>: something is still missing; the list before handing
          in says what. <b>ready</b>: nothing is missing. Ready does not mean right.
        </dd>
      </dl>
    </Help>
  );
}
