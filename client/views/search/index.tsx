import { createMemo, createSignal, For, Show } from "solid-js";
import { Button, ButtonLink } from "../../parts/button.tsx";
import { widthWord } from "../../parts/model-words.ts";
import { TrainingProgress } from "../../parts/training-progress.tsx";
import { buildRunAgainLink } from "../../state/lab-link.ts";
import { ViewFrame } from "../view-frame.tsx";
import type { ViewProps } from "../viewed-run.ts";
import { buildAxes } from "./axes.ts";
import type { Ranges } from "./brush.ts";
import { CHECK_SEEDS, createSearch, type Scored } from "./create-search.ts";
import { isSame, sayFindings, saySettings } from "./findings.ts";
import { Parallel } from "./parallel.tsx";
import { searchCsv } from "./rows.ts";
import { SearchForm } from "./search-form.tsx";
import { SearchTable } from "./search-table.tsx";
import { settingsOf } from "./settings.ts";
import { sayCheck } from "./words.ts";

const QUESTION = "Which settings tell other digits from the one it knows?";

/** A small search around a run's settings, on this device. */
export function SettingsSearch(props: ViewProps) {
  return (
    <Show when={props.run.key} keyed>
      <SearchAround {...props} />
    </Show>
  );
}

function SearchAround(props: ViewProps) {
  // One run's: the component is made anew for another.
  const { key, spec } = props.run;
  const own = settingsOf(spec);
  const search = createSearch({ key, spec });
  const [ranges, setRanges] = createSignal<Ranges>({});
  const [picked, setPicked] = createSignal<Scored["spec"] | null>(null);
  const axes = createMemo(() =>
    buildAxes([own, ...search.tried().map(({ settings }) => settings)], {
      widthTitle: widthWord(spec),
      lowest: Math.min(1, ...search.scored().map(({ auroc }) => auroc)),
    }),
  );
  const read = createMemo(() => search.scored().find((one) => one.spec === picked()) ?? search.best());
  const findings = createMemo(() => sayFindings(search.scored(), axes(), own));
  const check = () => {
    const best = search.best();
    if (best === null) return;
    search.check(isSame(best.settings, own) ? [best] : [best, { settings: own, spec }]);
  };
  const isEmpty = () => search.scored().length === 0;
  const saving = {
    file: "search",
    csv: () => searchCsv(search.tried(), axes()),
    svg: async () => {
      const { buildSearchSvg } = await import("./build-search-svg.ts");
      return buildSearchSvg({ question: QUESTION, axes: axes(), trials: search.scored(), words: findings() });
    },
  };
  return (
    <ViewFrame
      question={QUESTION}
      look="Each line is one run: its dropout, L1 on the latent, L2 (weight decay) and width, and at the right its AUROC, of whole images. Look for where the lines that end high come from, and for values from which no line ends high."
      saving={isEmpty() ? undefined : saving}
      table={
        <SearchTable
          tried={search.tried()}
          axes={axes()}
          best={search.best()?.spec ?? null}
          read={read()?.spec ?? null}
          onRead={(one) => setPicked(one.spec)}
        />
      }
    >
      <SearchForm isBusy={search.isBusy()} onStart={search.start} onStop={search.stop} />
      <TrainingProgress
        state={search.state()}
        idle={
          isEmpty()
            ? "Nothing is searched yet. The runs around this one train on your device, as many epochs each as it had."
            : "What an earlier search on this page found."
        }
      />
      <div class="search-reading">
        <Show when={read()} fallback={<p class="muted">The runs will be drawn here as they come.</p>}>
          {(one) => (
            <>
              <p class="search-read">
                {saySettings(one().settings, axes())}: <b>AUROC {one().auroc.toFixed(3)}</b>
                <Show when={one().spec === search.best()?.spec}> ★ best</Show>
              </p>
              <ButtonLink kind="quiet" href={buildRunAgainLink(one().spec)}>
                Train this in the lab
              </ButtonLink>
              <Button
                kind="quiet"
                disabled={Object.keys(ranges()).length === 0}
                onClick={() => setRanges({})}
              >
                Show all
              </Button>
            </>
          )}
        </Show>
      </div>
      <Parallel
        axes={axes()}
        scored={search.scored()}
        ranges={ranges()}
        read={read()}
        onRanges={setRanges}
        onRead={(one) => setPicked(one.spec)}
      />
      <p class="search-legend muted">
        <span>AUROC 0.5, a coin, or less</span>
        <span class="search-ramp" />
        <span>1: every other digit has a larger error than any of its own</span>
      </p>
      <div class="search-findings">
        <Show when={findings().length > 0}>
          <h4>What the search found</h4>
          <ul>
            <For each={findings()}>{(sentence) => <li>{sentence}</li>}</For>
          </ul>
          <p>
            The winner is flattered: it was picked by the same test images that score it, so some of its lead
            over the others is luck. Other seeds draw other first weights; what stays of its lead is worth
            more. Images that no choice was made on would tell still better.
          </p>
          <div class="row">
            <Button disabled={search.isBusy()} onClick={check}>
              Check the winner with {CHECK_SEEDS} other seeds
            </Button>
          </div>
          <ul class="search-checked" aria-live="polite">
            <For each={sayCheck(search.checked(), axes())}>{(sentence) => <li>{sentence}</li>}</For>
          </ul>
        </Show>
      </div>
    </ViewFrame>
  );
}
