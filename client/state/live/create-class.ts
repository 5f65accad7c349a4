import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { ClassView } from "../../../shared/api/class.ts";
import type { Here, HereList } from "../../../shared/api/live.ts";
import {
  CLASS_PAUSE_MILLISECONDS,
  CLASS_POLL_MILLISECONDS,
  CLASS_SURE_MILLISECONDS,
} from "../../../shared/limits.ts";
import type { ApiFailure } from "../api.ts";
import { classCalls } from "../calls/class.ts";
import { untilVisible } from "../pauses.ts";
import { makeBell } from "./bell.ts";
import { openClassSocket } from "./class-socket.ts";

type ViewAnswer = Awaited<ReturnType<typeof classCalls.view>>;

export type ClassState =
  | { readonly status: "asking" }
  | { readonly status: "shown"; readonly view: ClassView }
  | { readonly status: "failed"; readonly failure: ApiFailure }
  /** The session that watched it has ended; what it showed is taken away. */
  | { readonly status: "ended" };

/** How the page hears of what happens: through a socket, by asking, or not at all while the server is away. */
export type Liveness = "connecting" | "live" | "polling" | "away";

const HERE_MILLISECONDS = 250;
/** A server that is away is asked less and less often, down to this. */
const SLOWEST_POLL_MILLISECONDS = 15_000;

/** How far a class is, and where everyone is, for as long as the page is open. */
export function createClass(course: Accessor<string>) {
  const [state, setState] = createSignal<ClassState>({ status: "asking" });
  const [liveness, setLiveness] = createSignal<Liveness>("connecting");
  const [here, setHere] = createSignal<ReadonlyMap<string, Here>>(new Map());
  const [round, setRound] = createSignal(0);
  const [ahead, setAhead] = createSignal(0);
  let coming: Here[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  /** A class that opens its pages at once is drawn a few times a second. */
  function put(list: readonly Here[]): void {
    coming.push(...list);
    timer ??= setTimeout(() => {
      timer = undefined;
      setHere(new Map([...here(), ...coming.map((one) => [one.member, one] as const)]));
      coming = [];
    }, HERE_MILLISECONDS);
  }

  /** What the server has of everyone, and how far its clock is ahead of this one. */
  function putAll({ here: all, now }: HereList): void {
    setAhead(Date.parse(now) - Date.now());
    put(all);
  }

  function knows(member: string): boolean {
    const now = state();
    return now.status === "shown" && now.view.students.id.includes(member);
  }

  function watch(name: string, leaving: AbortController): void {
    const { signal } = leaving;
    const bell = makeBell();
    /** While it opens nothing else is asked for: it begins with where everyone is. */
    let socket: "opening" | "open" | "broken" = "opening";
    const end = () => {
      leaving.abort();
      setState({ status: "ended" });
    };
    const close = openClassSocket(name, {
      onOpen() {
        socket = "open";
        setLiveness("live");
        // What happened before it was open was told to nobody.
        bell.ring();
      },
      onMessage(message) {
        if (message.kind === "hello") putAll(message);
        else if (message.kind === "here") put([message]);
        // Nothing tells of who joined but that someone is there whom nobody knows.
        if (message.kind !== "hello" && (message.kind !== "here" || !knows(message.member))) bell.ring();
      },
      onBroken() {
        socket = "broken";
        if (liveness() !== "away") setLiveness("polling");
        bell.ring();
      },
      onEnded: end,
    });
    signal.addEventListener("abort", close);

    async function look(): Promise<void> {
      let etag: string | null = null;
      let pause = CLASS_POLL_MILLISECONDS;
      while (!signal.aborted) {
        const asked: Promise<ViewAnswer> = classCalls.view(name, { etag, signal });
        const [answer, list] = await Promise.all([
          asked,
          socket === "broken" ? classCalls.here(name, signal) : null,
        ]);
        if (signal.aborted) return;
        if (list?.ok) putAll(list.value);
        if (answer.ok) {
          pause = CLASS_POLL_MILLISECONDS;
          if (liveness() === "away") setLiveness(socket === "open" ? "live" : "polling");
          if (answer.value.changed) {
            etag = answer.value.etag;
            setState({ status: "shown", view: answer.value.value });
          }
        } else {
          const { error } = answer;
          const isRefused = error.reason === "refused" && error.status < 500;
          if (isRefused && etag !== null) return end();
          if (etag === null) setState({ status: "failed", failure: error });
          if (isRefused) return leaving.abort();
          setLiveness("away");
          pause = Math.min(SLOWEST_POLL_MILLISECONDS, pause * 2);
        }
        const most = socket === "open" && answer.ok ? CLASS_SURE_MILLISECONDS : pause;
        await bell.wait({ least: CLASS_PAUSE_MILLISECONDS, most, signal });
        await untilVisible(signal);
      }
    }
    // Leaving the page ends the look; nothing is left to be told then.
    look().catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  createEffect(
    on([course, round], ([name]) => {
      const leaving = new AbortController();
      onCleanup(() => leaving.abort());
      setState({ status: "asking" });
      setLiveness("connecting");
      setHere(new Map());
      watch(name, leaving);
    }),
  );
  /** The server's time in milliseconds since 1970, for this clock's. */
  const serverTime = (now: number) => now + ahead();
  return { state, liveness, here, serverTime, again: () => setRound((n) => n + 1) };
}
