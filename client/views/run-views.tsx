import {
  type Component,
  createMemo,
  createResource,
  createSignal,
  Match,
  Suspense,
  Switch,
  splitProps,
} from "solid-js";
import { Dynamic } from "solid-js/web";
import { Button } from "../parts/button.tsx";
import { EmptyState } from "../parts/empty-state.tsx";
import { importAgain } from "../parts/import-again.ts";
import { StatusLine } from "../parts/status-line.tsx";
import { Tabs } from "../parts/tabs.tsx";
import type { ViewedRun, ViewProps } from "./viewed-run.ts";

type ViewId = "reconstructions" | "latent" | "loss" | "anomalies" | "search" | "pad" | "weights" | "why";

type View = {
  readonly id: ViewId;
  readonly title: string;
  /** Whether there is anything to see of such a run. */
  readonly fits: (run: ViewedRun) => boolean;
  /** Rejects where it is not on this device and the network is away. */
  readonly load: () => Promise<Component<ViewProps>>;
};

const view =
  <Name extends string>(load: () => Promise<Record<Name, Component<ViewProps>>>, name: Name) =>
  async () =>
    (await importAgain(load))[name];

const VIEWS: readonly View[] = [
  {
    id: "reconstructions",
    title: "Reconstructions",
    fits: () => true,
    load: view(() => import("./reconstructions/index.tsx"), "Reconstructions"),
  },
  {
    id: "loss",
    title: "Loss",
    fits: () => true,
    load: view(() => import("./loss/index.tsx"), "Loss"),
  },
  {
    id: "weights",
    title: "Weights",
    fits: () => true,
    load: view(() => import("./weights/index.tsx"), "WeightsView"),
  },
  {
    id: "latent",
    title: "Latent space",
    fits: () => true,
    load: view(() => import("./latent/index.tsx"), "LatentSpace"),
  },
  {
    id: "anomalies",
    title: "Anomalies",
    fits: () => true,
    load: view(() => import("./anomalies/index.tsx"), "Anomalies"),
  },
  {
    id: "search",
    title: "Search",
    fits: ({ spec }) => spec.dataset.split.kind === "oneDigit",
    load: view(() => import("./search/index.tsx"), "SettingsSearch"),
  },
  {
    id: "pad",
    title: "Pad",
    fits: () => true,
    load: view(() => import("./pad/index.tsx"), "DrawingBoard"),
  },
  {
    id: "why",
    title: "Why?",
    fits: () => true,
    load: view(() => import("./why/index.tsx"), "Why"),
  },
];

/**
 * What a model learned, from every side: one view at a time, each loaded when it is first looked at. `asked` names the first; a
 * name that is none asks for nothing.
 */
export function RunViews(props: ViewProps & { asked?: string | undefined; onShow?: (view: string) => void }) {
  const [, seen] = splitProps(props, ["asked", "onShow"]);
  const [chosen, setChosen] = createSignal(props.asked ?? "reconstructions");
  const show = (view: ViewId) => {
    setChosen(view);
    props.onShow?.(view);
  };
  const fitting = createMemo(() => VIEWS.filter(({ fits }) => fits(props.run)));
  const shown = createMemo(() => fitting().find(({ id }) => id === chosen()) ?? fitting()[0]);
  const [loaded, { refetch }] = createResource(
    () => shown()?.load,
    (load) => load(),
  );
  return (
    <Tabs
      label="What the model learned"
      tabs={fitting()}
      shown={shown()?.id ?? "reconstructions"}
      onShow={show}
    >
      <div class="views">
        <Suspense fallback={<Loading />}>
          <Switch fallback={<Loading />}>
            <Match when={loaded.state === "errored"}>
              <EmptyState
                tone="failed"
                title="This view could not be loaded"
                action={<Button onClick={() => void refetch()}>Try again</Button>}
              >
                The network may be away. Training goes on without it, and nothing that was trained is lost. If
                the view stays away, load the page again.
              </EmptyState>
            </Match>
            <Match when={loaded.state === "ready" && loaded()}>
              {(component) => <Dynamic component={component()} {...seen} />}
            </Match>
          </Switch>
        </Suspense>
      </div>
    </Tabs>
  );
}

function Loading() {
  return <StatusLine tone="muted">Loading the view.</StatusLine>;
}
