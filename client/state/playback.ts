import { type Accessor, createSignal, onCleanup } from "solid-js";
import { prefersStillness } from "./view.ts";

/** Where the reader asked for less motion, a few pictures stand for all. */
const STILL_STEPS = 10;

/**
 * A place between `first` and `last` that the reader moves, or lets run to its end. It goes no further than what is `reached`,
 * and waits there while it plays.
 */
export function createPlayback({
  first,
  last,
  reached = last,
  seconds,
}: {
  first: number;
  last: Accessor<number>;
  reached?: Accessor<number>;
  seconds: number;
}) {
  const [place, setPlace] = createSignal(0);
  const [isPlaying, setPlaying] = createSignal(false);
  let frame = 0;

  function pause(): void {
    cancelAnimationFrame(frame);
    setPlaying(false);
  }

  function play(): void {
    pause();
    if (place() >= last()) setPlace(first);
    setPlaying(true);
    const stride = prefersStillness() ? Math.ceil((last() - first) / STILL_STEPS) : 1;
    const pace = (last() - first) / ((prefersStillness() ? STILL_STEPS : seconds) * 1_000); // places a ms
    let before = performance.now();
    let exact = place();
    const step = (now: number) => {
      exact = Math.min(reached(), exact + (now - before) * pace);
      before = now;
      const isOver = exact >= last();
      setPlace(isOver ? last() : first + Math.floor((exact - first) / stride) * stride);
      if (isOver) setPlaying(false);
      else frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  }

  onCleanup(() => cancelAnimationFrame(frame));
  return {
    place,
    isPlaying,
    play,
    pause,
    /** Where the reader wants to look. */
    goTo(wanted: number): void {
      pause();
      setPlace(Math.min(reached(), wanted));
    },
  };
}
export type Playback = ReturnType<typeof createPlayback>;
