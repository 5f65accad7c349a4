import { createMemo, createSignal } from "solid-js";
import { PIXELS } from "../../../shared/dataset/digits.ts";
import { countVarying, type Match, matchComponent } from "../../../shared/metrics/weight-spaces.ts";
import { type EndName, endsOf, endWeights, isLinearChain } from "../../../shared/model/end-weights.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import type { PrincipalComponents } from "../../../shared/training/principal-components.ts";
import { type Pictures, reachOf } from "../../parts/pictures.ts";
import type { Epochs } from "../create-epochs.ts";
import type { ViewedRun } from "../viewed-run.ts";

/** Pictures of 8x8, and the values that their colours reach to. */
export type Panel = { readonly pictures: Pictures; readonly range: readonly [number, number] };

/** The components whose largest entry the colours of all reach to: the last ones hold a pixel or two, and would leave the others pale. */
const SCALE_COMPONENTS = 20;

/** The pictures of a model's ends at the epoch that is looked at, the components beside them, and which of them are read. */
export function createEnds(props: { run: ViewedRun; epochs: Epochs; pca: PrincipalComponents | null }) {
  const ends = createMemo(() => endsOf(props.run.spec.model));
  const isChain = () => isLinearChain(props.run.spec.model);
  const [read, setRead] = createSignal<Record<EndName, number>>({ encoder: 0, decoder: 0 });

  const picturesOf = (weights: Weights) => ends().map((end) => endWeights(end, weights).pictures);
  /** The same at every epoch, so that what grows is seen to grow. */
  const ranges = createMemo(() => {
    const first = picturesOf(props.epochs.snapshots()[0]?.weights ?? props.run.weights);
    return picturesOf(props.run.weights).map((pictures, i) => reachOf(pictures, first[i] ?? []));
  });
  const panels = createMemo(() =>
    picturesOf(props.epochs.shown().weights).map((values, i): Panel & { readonly end: EndName } => ({
      end: ends()[i]?.end ?? "encoder",
      ...asPanel(values, ranges()[i] ?? [-1, 1]),
    })),
  );
  const components = createMemo((): (Panel & { readonly pca: PrincipalComponents }) | null => {
    const { pca } = props;
    if (pca === null) return null;
    const values = pca.components.subarray(0, countVarying(pca) * PIXELS);
    return { pca, ...asPanel(values, reachOf(values.subarray(0, SCALE_COMPONENTS * PIXELS))) };
  });

  return {
    isChain,
    panels,
    components,
    readOf: ({ end, pictures }: ReturnType<typeof panels>[number]) =>
      Math.min(read()[end], pictures.count - 1),
    /** In a chain a row and a column belong to one number. */
    readPicture: (end: EndName, at: number) =>
      setRead((now) => (isChain() ? { encoder: at, decoder: at } : { ...now, [end]: at })),
    /** Null until the components are found. */
    matchOf: ({ pictures: { values } }: Panel, at: number): Match | null =>
      props.pca === null
        ? null
        : matchComponent(
            Float64Array.from({ length: PIXELS }, (_, i) => values[at * PIXELS + i] ?? 0),
            props.pca,
          ),
  };
}
export type Ends = ReturnType<typeof createEnds>;

function asPanel(values: Float64Array, range: readonly [number, number]): Panel {
  return { range, pictures: { values, count: values.length / PIXELS, height: 8, width: 8 } };
}
