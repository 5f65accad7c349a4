import * as z from "zod/mini";
import { LiveMessage, SESSION_ENDED } from "../../../shared/api/live.ts";
import { paths } from "../../../shared/api/paths.ts";

const PING_MILLISECONDS = 20_000;
/** A socket that says nothing for this long after a ping is dead, whatever the browser thinks of it. */
const PONG_MILLISECONDS = 8_000;
const FIRST_PAUSE_MILLISECONDS = 1_000;
const LONGEST_PAUSE_MILLISECONDS = 30_000;

export type SocketTold = {
  readonly onOpen: () => void;
  readonly onMessage: (message: LiveMessage) => void;
  /** It broke, and is opened again after a while. */
  readonly onBroken: () => void;
  /** The session has ended or may no longer see the class: it is not opened again. */
  readonly onEnded: () => void;
};

/** Keeps a course's live socket open, and gives what closes it. */
export function openClassSocket(course: string, told: SocketTold): () => void {
  let socket: WebSocket | null = null;
  let isLeft = false;
  let pause = FIRST_PAUSE_MILLISECONDS;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let pong: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    const mine = new WebSocket(addressOf(course));
    socket = mine;
    mine.onopen = () => {
      pause = FIRST_PAUSE_MILLISECONDS;
      told.onOpen();
    };
    mine.onmessage = ({ data }) => {
      clearTimeout(pong);
      const message = parseMessage(data);
      if (message !== null) told.onMessage(message);
    };
    mine.onclose = ({ code }) => drop(mine, code);
  }

  function drop(mine: WebSocket, code: number): void {
    if (mine !== socket || isLeft) return;
    socket = null;
    clearTimeout(pong);
    if (code === SESSION_ENDED) {
      told.onEnded();
      return;
    }
    told.onBroken();
    retry = setTimeout(connect, pause);
    pause = Math.min(LONGEST_PAUSE_MILLISECONDS, 2 * pause);
  }

  const ping = setInterval(() => {
    const mine = socket;
    if (mine?.readyState !== WebSocket.OPEN) return;
    mine.send("ping");
    clearTimeout(pong);
    pong = setTimeout(() => {
      mine.close();
      drop(mine, 1006);
    }, PONG_MILLISECONDS);
  }, PING_MILLISECONDS);
  connect();

  return () => {
    isLeft = true;
    clearInterval(ping);
    clearTimeout(retry);
    clearTimeout(pong);
    socket?.close();
  };
}

function addressOf(course: string): string {
  const url = new URL(paths.live(encodeURIComponent(course)), location.href);
  url.protocol = url.protocol.replace("http", "ws");
  return url.href;
}

/** Null of a pong, and of what another version of the lab may say. */
function parseMessage(data: unknown): LiveMessage | null {
  if (typeof data !== "string" || data === "pong") return null;
  try {
    const parsed = z.safeParse(LiveMessage, JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
