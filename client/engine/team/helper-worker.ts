import { serveHelper } from "./serve-helper.ts";
import type { HelperOrder, HelperSeat } from "./team.ts";

/** A helper of a training worker: the first message is its seat, those after it are orders. */
addEventListener(
  "message",
  ({ data: seat }: MessageEvent<HelperSeat>) => {
    const serve = serveHelper(seat);
    addEventListener("message", ({ data }: MessageEvent<HelperOrder>) => serve(data));
  },
  { once: true },
);
