import { createMemo, createSignal, For, onMount, Show } from "solid-js";
import type { CourseSpec } from "../../../shared/api/courses.ts";
import { sayInZone } from "../../../shared/assignment/zone.ts";
import type { BoardRule } from "../../../shared/boards/rule.ts";
import { sayRule } from "../../../shared/boards/say-rule.ts";
import { MAX_BOARD_QUESTION_CHARACTERS, MAX_BOARD_TITLE_CHARACTERS } from "../../../shared/limits.ts";
import { Button } from "../../parts/button.tsx";
import { Help } from "../../parts/help.tsx";
import { Problem } from "../../parts/problem.tsx";
import { createAct } from "../../state/act.ts";
import { boardCalls } from "../../state/calls/boards.ts";
import { createTrial } from "./create-trial.ts";
import { DataFields } from "./data-fields.tsx";
import type { FormPart } from "./form-part.ts";
import { LimitFields } from "./limit-fields.tsx";
import { nameBoard } from "./name-board.ts";
import { RankFields } from "./rank-fields.tsx";
import { buildRule, formOf, type RuleField, type RuleForm } from "./rule-form.ts";
import { StateFields } from "./state-fields.tsx";
import { TextField } from "./text-field.tsx";
import { TrialResult } from "./trial-result.tsx";

/** Changes a board, or makes a new one out of another's rule. What was typed stays until it is saved. */
export function RuleEditor(props: {
  course: string;
  zone: string;
  /** What the form begins with. */
  rule: BoardRule;
  /** The revision that is changed; null for a new board. */
  revision: number | null;
  taken: readonly string[];
  specs: readonly CourseSpec[];
  onSaved: (rule: BoardRule) => void;
  /** Someone else was first: the boards are to be read again, and saving again puts this one in the place of theirs. */
  onOvertaken: () => Promise<void>;
  onDone: () => void;
}) {
  const { act, isActing, failed } = createAct();
  const [form, setForm] = createSignal<RuleForm>(formOf(props.rule, props.zone));
  const [isOvertaken, setOvertaken] = createSignal(false);
  const named = (): RuleForm =>
    props.revision === null ? { ...form(), id: nameBoard(form().title, props.taken) } : form();
  const built = createMemo(() => buildRule(named(), props.zone));
  const rule = createMemo(() => {
    const now = built();
    return now.ok ? now.rule : null;
  });
  const trial = createTrial(() => props.course, rule);
  const complaint = (field: RuleField) => {
    const now = built();
    return !now.ok && now.field === field ? now.message : null;
  };
  const part: FormPart = {
    get form() {
      return form();
    },
    complaint,
    onChange: (change) => setForm({ ...form(), ...change }),
  };
  const sayAt = (time: string) => sayInZone(Date.parse(time), props.zone);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const now = rule();
    if (now === null) return;
    const before = props.revision;
    setOvertaken(false);
    const put = await act(() => boardCalls.put(props.course, { base: props.revision ?? 0, rule: now }));
    if (put !== null) return props.onSaved(now);
    // What failed leaves the form as it is; only a board that someone else changed is read again.
    await props.onOvertaken();
    setOvertaken(props.revision !== before);
  };
  let element: HTMLFormElement | undefined;
  onMount(() => element?.querySelector("input")?.focus());
  return (
    <form class="rule-editor stack" ref={element} onSubmit={save} noValidate>
      <div class="rule-fields">
        <TextField
          label="Title"
          maxlength={MAX_BOARD_TITLE_CHARACTERS}
          value={form().title}
          complaint={complaint("title") ?? complaint("id")}
          help={`Its address ends in ?board=${named().id}`}
          onInput={(title) => part.onChange({ title })}
        />
        <TextField
          label="Question above it"
          maxlength={MAX_BOARD_QUESTION_CHARACTERS}
          value={form().question}
          complaint={complaint("question")}
          onInput={(question) => part.onChange({ question })}
        />
      </div>
      <DataFields {...part} />
      <LimitFields {...part} specs={props.specs} />
      <RankFields {...part} zone={props.zone} />
      <StateFields {...part} zone={props.zone} />
      <TrialResult state={trial()} isWhole={built().ok} />
      <Help summary="What students read of it">
        <ul class="board-rule">
          <For each={sayRule(rule() ?? props.rule, { zone: props.zone, sayAt })}>
            {(sentence) => <li>{sentence}</li>}
          </For>
        </ul>
      </Help>
      <div class="row">
        <Button kind="primary" type="submit" disabled={isActing() || !built().ok}>
          {props.revision === null ? "Add the board" : "Save the board"}
        </Button>
        <Button disabled={isActing()} onClick={() => props.onDone()}>
          Leave it as it was
        </Button>
        <Show when={!built().ok}>
          <span class="muted">A field above has to be put right first.</span>
        </Show>
      </div>
      <Problem
        words={
          isOvertaken()
            ? "Not saved: someone else changed this board while you did. Save again to put yours in its place."
            : failed()
        }
      />
    </form>
  );
}
