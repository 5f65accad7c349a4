import { type Component, createMemo, createSignal, lazy, Suspense, splitProps } from "solid-js";
import { Dynamic } from "solid-js/web";
import { StatusLine } from "../parts/status-line.tsx";
import { Tabs } from "../parts/tabs.tsx";
import type { ViewedRun, ViewProps } from "./viewed-run.ts";

type ViewId = "reconstructions" | "latent" | "loss" | "anomalies" | "search" | "pad" | "weights" | "why";

type View = {
  readonly id: ViewId;
  readonly title: string;
  /** Whether there is anything to see of such a run. */
  readonly fits: (run: ViewedRun) => boolean;
  readonly component: Component<ViewProps>;
};

const view = <Name extends string>(load: () => Promise<Record<Name, Component<ViewProps>>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));

const VIEWS: readonly View[] = [
  {
    id: "reconstructions",
    title: "Reconstructions",
    fits: () => true,
    component: view(() => import("./reconstructions/index.tsx"), "Reconstructions"),
  },
  {
    id: "loss",
    title: "Loss",
    fits: () => true,
    component: view(() => import("./loss/index.tsx"), "Loss"),
  },
  {
    id: "weights",
    title: "Weights",
    fits: () => true,
    component: view(() => import("./weights/index.tsx"), "WeightsView"),
  },
  {
    id: "latent",
    title: "Latent space",
    fits: () => true,
    component: view(() => import("./latent/index.tsx"), "LatentSpace"),
  },
  {
    id: "anomalies",
    title: "Anomalies",
    fits: () => true,
    component: view(() => import("./anomalies/index.tsx"), "Anomalies"),
  },
  {
    id: "search",
    title: "Search",
    fits: ({ spec }) => spec.dataset.split.kind === "oneDigit",
    component: view(() => import("./search/index.tsx"), "SettingsSearch"),
  },
  {
    id: "pad",
    title: "Pad",
    fits: () => true,
    component: view(() => import("./pad/index.tsx"), "DrawingBoard"),
  },
  {
    id: "why",
    title: "Why?",
    fits: () => true,
    component: view(() => import("./why/index.tsx"), "Why"),
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
  return (
    <Tabs
      label="What the model learned"
      tabs={fitting()}
      shown={shown()?.id ?? "reconstructions"}
      onShow={show}
    >
      <div class="views">
        <Suspense fallback={<StatusLine tone="muted">Loading the view.</StatusLine>}>
          <Dynamic component={shown()?.component} {...seen} />
        </Suspense>
      </div>
    </Tabs>
  );
}
