import { Match, Switch } from "solid-js";
import { type BoardRule, isFrozen } from "../../../shared/boards/rule.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { When } from "../../parts/when.tsx";

/** What becomes of a run that comes in now. */
export function LiveLine(props: { rule: BoardRule }) {
  const from = () => {
    const { state } = props.rule;
    return state.kind === "frozen" ? state.from : null;
  };
  return (
    <StatusLine tone="muted">
      <Switch fallback="Live: a run that finishes appears here within two seconds.">
        <Match when={isFrozen(props.rule, new Date().toISOString())}>
          Frozen since <When at={from() ?? ""} />: a run that finishes now is kept and verified, and is not
          ranked.
        </Match>
        <Match when={from() !== null}>
          Live: a run that finishes appears here within two seconds. Frozen from <When at={from() ?? ""} />{" "}
          on.
        </Match>
      </Switch>
    </StatusLine>
  );
}
