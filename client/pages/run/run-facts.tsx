import type { RunView } from "../../../shared/api/runs.ts";
import { countParameters } from "../../../shared/spec/parameters.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Help } from "../../parts/help.tsx";
import { formatNumber } from "../../parts/numbers.ts";

/** What identifies the run: its spec and the hashes that anyone can compare. */
export function RunFacts(props: { run: RunView }) {
  const json = () => JSON.stringify(props.run.spec, null, 2);
  return (
    <section class="run-facts stack">
      <h2>What exactly was trained?</h2>
      <dl class="facts">
        <dt>Parameters</dt>
        <dd class="number">{formatNumber(countParameters(props.run.spec.model.layers))}</dd>
        <dt>Seed</dt>
        <dd class="number">{props.run.spec.seed}</dd>
        <dt>Weights (SHA-256)</dt>
        <dd>
          <code class="hash">{props.run.weightsHash}</code>{" "}
          <CopyButton label="Copy" text={() => props.run.weightsHash} />
        </dd>
        <dt>Spec (SHA-256)</dt>
        <dd>
          <code class="hash">{props.run.specId}</code>{" "}
          <CopyButton label="Copy" text={() => props.run.specId} />
        </dd>
      </dl>
      <Help summary="The spec as JSON">
        <pre class="log" tabindex="0">
          {json()}
        </pre>
        <div class="row">
          <CopyButton label="Copy the spec" text={json} />
        </div>
        <p>
          Saved as <code>spec.json</code>, it trains on a command line too:{" "}
          <code>npm run -s lab -- train spec.json</code>
        </p>
      </Help>
    </section>
  );
}
