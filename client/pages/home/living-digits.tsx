import { createEffect, createMemo, For, on, Show } from "solid-js";
import { forward } from "../../../shared/model/forward.ts";
import { Button } from "../../parts/button.tsx";
import { DigitImage } from "../../parts/digit-image.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { formatLoss } from "../../parts/numbers.ts";
import { Scrubber } from "../../parts/scrubber.tsx";
import { createLiving } from "../../state/living.ts";
import { createPlayback } from "../../state/playback.ts";
import { prefersStillness } from "../../state/view.ts";
import { LIVING_EPOCHS, livingSpec, oneOfEachDigit } from "./living-model.ts";

const PLAY_SECONDS = 6;
const BLANK = new Float32Array(64);
/** Standardized pixels lie between these. */
const RANGE = [-0.82, 1.85] as const;

/** Digits and what the model makes of them, sharpening epoch by epoch; the reader can go back to any epoch. */
export function LivingDigits() {
  const spec = livingSpec();
  const { living, start } = createLiving(spec);

  const alive = () => {
    const now = living();
    return now.status === "alive" ? now : null;
  };
  const failure = () => {
    const now = living();
    return now.status === "failed" ? now.message : null;
  };
  const trained = () => alive()?.snapshots.length ?? 0;
  const playback = createPlayback({
    first: 1,
    last: () => LIVING_EPOCHS,
    reached: trained,
    seconds: PLAY_SECONDS,
  });
  const { place: epoch } = playback;
  const images = createMemo(() => {
    const digits = alive()?.digits;
    return digits === undefined ? null : oneOfEachDigit(spec, digits);
  });
  const snapshot = () => alive()?.snapshots[epoch() - 1] ?? null;
  const reconstructions = createMemo(() => {
    const [now, shown] = [snapshot(), images()];
    if (now === null || shown === null) return null;
    return shown.map((image) => forward(spec.model, now.weights, image).output);
  });

  createEffect(
    on(trained, (count, before) => {
      if (prefersStillness()) playback.goTo(count);
      else if (count > 0 && before === 0) playback.play();
    }),
  );

  const words = () => {
    const now = snapshot();
    if (now === null) return "Loading the digits";
    return `Epoch ${epoch()} of ${LIVING_EPOCHS}: train loss ${formatLoss(now.trainLoss)}`;
  };
  const took = () => {
    const ms = alive()?.tookMs;
    return ms === null || ms === undefined
      ? "\u00a0"
      : `All ${LIVING_EPOCHS} epochs took ${Math.round(ms)} ms on your processor.`;
  };

  return (
    <Show
      when={failure()}
      fallback={
        <div class="living">
          <div class="living-rows">
            <DigitRow name="image" images={images()} alt={(digit) => `Image of a ${digit}`} />
            <DigitRow
              name="painted from 20 numbers"
              images={reconstructions()}
              alt={(digit) => `Reconstruction of the ${digit} after ${epoch()} epochs`}
            />
          </div>
          <Scrubber playback={playback} name="Epoch" first={1} last={LIVING_EPOCHS} words={words()} />
          <p class="living-words">
            <span>{words()}</span> <span class="muted">{took()}</span>
          </p>
        </div>
      }
    >
      {(message) => (
        <EmptyState
          tone="failed"
          title="The digits are not here"
          action={<Button onClick={start}>Try again</Button>}
        >
          {message()}
        </EmptyState>
      )}
    </Show>
  );
}

function DigitRow(props: {
  name: string;
  images: readonly Float32Array[] | null;
  alt: (digit: number) => string;
}) {
  return (
    <>
      <span class="living-name">{props.name}</span>
      <div class="living-row">
        <For each={Array.from({ length: 10 }, (_, digit) => digit)}>
          {(digit) => (
            <DigitImage
              values={props.images?.[digit] ?? BLANK.fill(RANGE[0])}
              range={RANGE}
              alt={props.alt(digit)}
            />
          )}
        </For>
      </div>
    </>
  );
}
