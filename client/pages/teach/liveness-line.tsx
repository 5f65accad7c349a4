import { StatusLine } from "../../parts/status-line.tsx";
import type { Liveness } from "../../state/live/create-class.ts";

const WORDS: Record<Liveness, string> = {
  connecting: "Connecting.",
  live: "Live: what the class does shows here within two seconds.",
  polling: "Not connected live: this page asks every second and a half until it is.",
  away: "Not live: the server is away. This is the class as it was; the page keeps trying.",
};

/** Whether the page is up to date, in words. */
export function LivenessLine(props: { liveness: Liveness }) {
  return (
    <StatusLine
      live
      tone={props.liveness === "away" ? "failed" : props.liveness === "live" ? "good" : "muted"}
    >
      {WORDS[props.liveness]}
    </StatusLine>
  );
}
