import { createMemo, createUniqueId, For, Match, Show, Switch } from "solid-js";
import { Button, ButtonLink } from "../../parts/button.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { buildLabLink } from "../../state/lab-link.ts";
import { predictions } from "../../state/predictions.ts";
import type { Facts } from "./facts.ts";
import { GuessField } from "./guess-field.tsx";
import type { Answer, Question, Suggestion } from "./question.ts";
import { sayGuess, sayOutcome, writeNotes } from "./say-prediction.ts";

/** A question: first the reader's prediction, then what happened, then why. */
export function QuestionCard(props: { question: Question; facts: Facts }) {
  const id = createUniqueId();
  const about = () => props.question.about(props.facts.run);
  const key = () => [props.question.id, about()].filter((part) => part !== "").join(" ");
  const predicted = () => predictions.find(key());
  const change = (next: Partial<ReturnType<typeof predicted>>) =>
    predictions.keep({ ...predicted(), ...next });
  const answer = createMemo((): Answer => props.question.answer(props.facts));
  const missing = () => {
    const now = answer();
    return now.status === "missing" ? now.train : null;
  };
  const ask = () => props.question.ask(props.facts);
  const isTouched = () => predicted().guess !== null || predicted().text !== "";

  return (
    <section class="why-card" aria-labelledby={id}>
      <h3 id={id}>{ask()}</h3>
      <p class="why-given muted">{props.question.given(props.facts)}</p>
      <GuessField
        guess={props.question.guess}
        value={predicted().guess}
        disabled={predicted().isShown}
        onValue={(guess) => change({ guess })}
      />
      <div class="field">
        <label class="field-label" for={`${id}-text`}>
          Why do you think so?
        </label>
        <textarea
          class="input why-text"
          id={`${id}-text`}
          rows={2}
          value={predicted().text}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
      </div>
      <Show when={missing()}>{(train) => <Missing train={train()} />}</Show>
      <div class="row">
        <Show when={missing() === null && !predicted().isShown}>
          <Button
            kind="primary"
            disabled={predicted().guess === null}
            onClick={() => change({ isShown: true })}
          >
            Show what happened
          </Button>
        </Show>
        <Show when={isTouched()}>
          <CopyButton
            label="Copy for my answer"
            text={() => writeNotes({ ask: ask(), guess: props.question.guess }, predicted(), answer())}
          />
          <Button kind="quiet" onClick={() => predictions.forget(key())}>
            Forget this
          </Button>
        </Show>
      </div>
      <div aria-live="polite">
        <Show when={predicted().isShown && missing() === null}>
          <WhatHappened question={props.question} predicted={predicted().guess} answer={answer()} />
        </Show>
      </div>
    </section>
  );
}

function WhatHappened(props: { question: Question; predicted: number | null; answer: Answer }) {
  const known = () => (props.answer.status === "known" ? props.answer : null);
  return (
    <Switch>
      <Match when={props.answer.status === "awaited"}>
        <StatusLine tone="muted">Working it out in your browser.</StatusLine>
      </Match>
      <Match when={known()}>
        {(found) => (
          <div class="why-answer">
            <dl class="why-pair">
              <div>
                <dt>You predicted</dt>
                <dd>{sayGuess(props.question.guess, props.predicted)}</dd>
              </div>
              <div>
                <dt>What happened</dt>
                <dd>
                  <Show when={props.question.guess.kind === "choice"}>
                    {sayGuess(props.question.guess, found().truth)}:{" "}
                  </Show>
                  <span class="number">{found().measured}</span>
                </dd>
              </div>
            </dl>
            <p>
              <Show when={props.predicted !== null ? { value: props.predicted } : null}>
                {(given) => <b>{sayOutcome(props.question.guess, given().value, found().truth)} </b>}
              </Show>
              <For each={found().sentences}>{(sentence) => <>{sentence} </>}</For>
            </p>
            <Show when={found().next}>
              {(next) => (
                <div class="why-next">
                  <p>{next().words}</p>
                  <ToLab sweep={next().sweep} />
                </div>
              )}
            </Show>
          </div>
        )}
      </Match>
    </Switch>
  );
}

function Missing(props: { train: Suggestion }) {
  return (
    <div class="why-missing">
      <p>Predict, then measure. {props.train.words}</p>
      <ToLab sweep={props.train.sweep} />
    </div>
  );
}

function ToLab(props: Pick<Suggestion, "sweep">) {
  return <ButtonLink href={buildLabLink(props.sweep)}>Open it in the lab</ButtonLink>;
}
