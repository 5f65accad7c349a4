import { createSignal, Index, type JSX } from "solid-js";
import { pointsOf, totalPoints } from "../../../shared/assignment/edit/draft.ts";
import type { Place } from "../../../shared/assignment/edit/history.ts";
import { isSamePlace, nameProblem, placeOf } from "../../../shared/assignment/edit/names.ts";
import { proposeProblem } from "../../../shared/assignment/edit/propose.ts";
import { Button } from "../../parts/button.tsx";
import { plural } from "../../parts/numbers.ts";
import type { Editor } from "./create-editor.ts";

const MOST_PROBLEMS = 20;

/** What the homework consists of: opens one of its problems or parts, and says where something is wrong and what all is worth. */
export function Outline(props: { editor: Editor; onOpen: (place: Place) => void }) {
  const { editor } = props;
  const [open, setOpen] = createSignal(false);
  const go = (place: Place) => {
    setOpen(false);
    props.onOpen(place);
  };
  const problems = () => editor.draft().problems;
  return (
    <nav class="contents edit-outline" aria-label="Problems and parts" data-open={open()}>
      <div class="contents-bar">
        <button class="contents-toggle" type="button" aria-expanded={open()} onClick={() => setOpen(!open())}>
          Problems and parts
        </button>
        <span class="contents-sum">{plural(totalPoints(editor.draft()), "point")} in all</span>
      </div>
      <div class="contents-list">
        <ol>
          <li>
            <Entry editor={editor} place={{ problem: null, part: null }} onOpen={go}>
              Title, introduction, cover
            </Entry>
          </li>
        </ol>
        <Index each={problems()}>
          {(problem, p) => (
            <ol>
              <li>
                <Entry
                  editor={editor}
                  place={{ problem: p, part: null }}
                  onOpen={go}
                  points={pointsOf(problem())}
                >
                  <b>{nameProblem(problem())}</b> {String(problem().title ?? "")}
                </Entry>
              </li>
              <Index each={problem().parts}>
                {(part, j) => (
                  <li>
                    <Entry editor={editor} place={{ problem: p, part: j }} onOpen={go} points={part().points}>
                      ({part().letter}) <span class="muted">{firstWords(part().prompt)}</span>
                    </Entry>
                  </li>
                )}
              </Index>
            </ol>
          )}
        </Index>
        <Button
          id="field-problems-add"
          disabled={problems().length >= MOST_PROBLEMS}
          onClick={() => {
            const problem = proposeProblem(editor.draft());
            const to = problems().length;
            editor.insert(["problems"], to, problem, `Problem ${problem.number} added.`);
            go({ problem: to, part: null });
          }}
        >
          Add problem
        </Button>
      </div>
    </nav>
  );
}

function Entry(props: {
  editor: Editor;
  place: Place;
  points?: unknown;
  onOpen: (place: Place) => void;
  children: JSX.Element;
}) {
  const isWrong = () => props.editor.complaints().some(({ at }) => isSamePlace(placeOf(at), props.place));
  return (
    <button
      class="edit-entry"
      type="button"
      aria-current={isSamePlace(props.editor.place(), props.place) ? "true" : undefined}
      onClick={() => props.onOpen(props.place)}
    >
      <span class="edit-entry-name">{props.children}</span>
      {isWrong() ? (
        <span class="edit-entry-wrong">
          <span aria-hidden="true">✕</span>
          <span class="unseen">has something to put right</span>
        </span>
      ) : null}
      <span class="contents-points">
        {props.points === undefined ? "" : String(props.points)}
        {props.points === undefined ? null : <span class="unseen"> points</span>}
      </span>
    </button>
  );
}

const SHOWN_CHARACTERS = 60;

/** The beginning of a prompt, without Markdown's signs. */
function firstWords(prompt: unknown): string {
  return String(prompt ?? "")
    .replaceAll(/[*`$#]/g, "")
    .slice(0, SHOWN_CHARACTERS);
}
