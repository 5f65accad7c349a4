import { For } from "solid-js";
import { highlightPython } from "../../pytorch/python/highlight.ts";

/** Python as it is printed: numbered lines that wrap, with its words told apart. */
export function CodeListing(props: { source: string }) {
  const lines = () => highlightPython(props.source.trimEnd());
  return (
    <pre class="report-code">
      <code>
        <For each={lines()}>
          {(pieces) => (
            <span class="report-line">
              <For each={pieces} fallback={"\n"}>
                {({ kind, text }) => <span data-piece={kind === "plain" ? undefined : kind}>{text}</span>}
              </For>
            </span>
          )}
        </For>
      </code>
    </pre>
  );
}
