import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { Receipt } from "../../../../shared/api/homework.ts";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { Help } from "../../../parts/help.tsx";
import { Table } from "../../../parts/table.tsx";
import { sayShortTime, sayWholeTime } from "../say-time.ts";
import { sayLate } from "./words.ts";

/** What was handed in: the newest in full, which is the one that counts, and those before it. */
export function Receipts(props: { course: string; receipts: readonly Receipt[] | null }) {
  const report = ({ id }: Receipt) => `/c/${props.course}/submissions/${id}`;
  const newest = () => props.receipts?.[0];
  const earlier = () => props.receipts?.slice(1) ?? [];
  return (
    <Show when={newest()}>
      {(receipt) => (
        <div class="stack">
          <h3>Your receipt</h3>
          <dl class="facts">
            <dt>Submission</dt>
            <dd>number {receipt().number}, the one that counts</dd>
            <dt>Received by the server</dt>
            <dd>
              <time datetime={receipt().receivedAt}>{sayWholeTime(receipt().receivedAt)}</time>,{" "}
              {sayLate(receipt())}
            </dd>
            <dt>From</dt>
            <dd>{receipt().pseudonym}</dd>
            <dt>Fingerprint</dt>
            <dd>
              <code class="hash">{receipt().contentHash}</code>{" "}
              <CopyButton label="Copy" text={() => receipt().contentHash} />
            </dd>
          </dl>
          <p>
            <A href={report(receipt())}>See what you handed in</A>
          </p>
          <p class="muted">
            The fingerprint is the SHA-256 of everything that was handed in. Any other letter would give
            another one, so it tells which of your versions the class has.
          </p>
          <Show when={earlier().length > 0}>
            <Help summary="Earlier submissions">
              <Table caption="What you handed in before" captionHidden>
                <thead>
                  <tr>
                    <th>Number</th>
                    <th>Received</th>
                    <th>Fingerprint</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={earlier()}>
                    {(one) => (
                      <tr>
                        <th data-number>
                          <A href={report(one)}>{one.number}</A>
                        </th>
                        <td>{sayShortTime(one.receivedAt)}</td>
                        <td>
                          <code>{one.contentHash.slice(0, 12)}…</code>
                        </td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </Table>
            </Help>
          </Show>
        </div>
      )}
    </Show>
  );
}
