import { Index, Show } from "solid-js";
import { DigitImage } from "../../parts/digit-image.tsx";
import { formatLoss } from "../../parts/numbers.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import type { ErrorGroup } from "./error-groups.ts";
import type { Picture } from "./pictures.ts";
import { StandingScale } from "./standing-scale.tsx";

/** The image, what the model makes of it, and where its error stands. */
export function WhatItMakes(props: {
  subject: string;
  /** None before the model has run. */
  pictures: readonly Picture[];
  error: number | null;
  /** Why the model could not run. */
  problem: string | null;
  standing: string;
  groups: readonly ErrorGroup[];
  randomMse: number;
  /** Said below the scale; null where there is nothing more to say. */
  why: string | null;
}) {
  return (
    <div class="pad-found">
      <p class="pad-subject">{props.subject}</p>
      <Show
        when={props.error !== null}
        fallback={
          <Show
            when={props.problem}
            fallback={<StatusLine tone="muted">Running the model in your browser.</StatusLine>}
          >
            {(why) => <StatusLine tone="failed">The model could not run: {why()}</StatusLine>}
          </Show>
        }
      >
        <div class="pad-pictures">
          <Index each={props.pictures}>
            {(picture) => (
              <figure>
                <DigitImage
                  values={picture().values}
                  range={picture().range}
                  ramp={picture().ramp}
                  alt={`The ${picture().name}`}
                />
                <figcaption>{picture().name}</figcaption>
              </figure>
            )}
          </Index>
        </div>
        <p class="pad-error">
          error <b>{formatLoss(props.error ?? 0)}</b>
        </p>
        <p class="pad-standing">{props.standing}</p>
        <Show when={props.groups.length > 0}>
          <StandingScale groups={props.groups} error={props.error ?? 0} random={props.randomMse} />
        </Show>
      </Show>
      <p class="pad-why">{props.why}</p>
    </div>
  );
}
