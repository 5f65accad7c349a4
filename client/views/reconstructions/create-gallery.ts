import { type Accessor, createMemo, createSignal } from "solid-js";
import type { Rebuilt } from "../../../shared/metrics/rebuild.ts";
import { setsByPlace } from "../sets.ts";
import type { ViewProps } from "../viewed-run.ts";
import { filterExamples, filtersOf, type Order, orderExamples } from "./choose-examples.ts";

/** As many as there are digits. */
export const PAGE = 10;

/** Which images are looked at, in which order, and the page of them that is open. */
export function createGallery(props: ViewProps, rebuilt: Accessor<Rebuilt | null>) {
  const [order, setOrder] = createSignal<Order>("each digit");
  const [filterName, setFilterName] = createSignal<string | null>(null);
  const [digit, setDigit] = createSignal<number | null>(null);
  const [seed, setSeed] = createSignal(0);
  const [start, setStart] = createSignal(0);

  const split = createMemo(() => props.run.spec.dataset.split, undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  const filters = createMemo(() => filtersOf(split()));
  const filter = createMemo(() => filters().find(({ name }) => name === filterName()) ?? filters()[0]);
  const sets = createMemo(() => setsByPlace(split(), props.digits.labels));
  const examples = createMemo(() =>
    filterExamples(split(), props.digits.labels, { sets: filter()?.sets ?? [], digit: digit() }),
  );
  const ordered = createMemo(() => {
    const errors = rebuilt()?.errors;
    return errors === undefined
      ? new Int32Array(0)
      : orderExamples(examples(), order(), { labels: props.digits.labels, errors, seed: seed() });
  });
  const first = () => Math.min(start(), Math.max(0, ordered().length - 1));
  const page = createMemo(() => ordered().subarray(first(), first() + PAGE), new Int32Array(0), {
    equals: (a, b) => a.length === b.length && a.every((place, i) => place === b[i]),
  });
  const fromTheStart =
    <T>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setStart(0);
    };
  return {
    ...{ order, filters, filter, digit, sets, ordered, page, first },
    setOrder: fromTheStart<Order>(setOrder),
    setFilter: fromTheStart<string>(setFilterName),
    setDigit: fromTheStart<number | null>(setDigit),
    /** Draws another random order. */
    shuffle: () => fromTheStart<number>(setSeed)(seed() + 1),
    turnTo: (to: number) => setStart(Math.max(0, to)),
  };
}

export type Gallery = ReturnType<typeof createGallery>;
