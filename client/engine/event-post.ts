import type { Tensors } from "../../shared/training/training-state.ts";
import type { SweepEvent } from "./train-sweep.ts";

/** A screen shows no more. */
const POST_MS = 1_000 / 60;

/**
 * Gathers events and posts them together, at most about 60 times a second: a class's sweep makes thousands. The buffers of
 * weights are handed over, not copied.
 */
export function makeEventPost(post: (events: readonly SweepEvent[], transfer: Transferable[]) => void) {
  let waiting: SweepEvent[] = [];
  let posted = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting.length === 0) return;
    const events = waiting;
    waiting = [];
    posted = performance.now();
    post(events, events.flatMap(weightBuffers));
  }

  return {
    add(event: SweepEvent): void {
      waiting.push(event);
      if (performance.now() - posted >= POST_MS) flush();
      else timer ??= setTimeout(flush, POST_MS);
    },
    flush,
  };
}

/** The words of a checkpoint's generators stay: the engine may give them again. */
function weightBuffers({ event }: SweepEvent): ArrayBuffer[] {
  return listTensors(event)
    .flatMap((tensors) => Array.from(tensors.values(), ({ buffer }) => buffer))
    .filter(isTransferable);
}

function listTensors(event: SweepEvent["event"]): readonly Tensors[] {
  if (event.type === "finished") return [event.weights];
  if (event.type === "epoch") return event.weights === undefined ? [] : [event.weights];
  if (event.type !== "checkpoint") return [];
  const { weights, firstMoments, secondMoments } = event.checkpoint.state;
  return [weights, firstMoments, secondMoments];
}

function isTransferable(buffer: ArrayBufferLike): buffer is ArrayBuffer {
  return buffer instanceof ArrayBuffer;
}
