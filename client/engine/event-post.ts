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

function weightBuffers({ event }: SweepEvent): ArrayBuffer[] {
  if (event.type !== "finished" && event.type !== "epoch") return [];
  return Array.from(event.weights?.values() ?? [], ({ buffer }) => buffer).filter(isTransferable);
}

function isTransferable(buffer: ArrayBufferLike): buffer is ArrayBuffer {
  return buffer instanceof ArrayBuffer;
}
