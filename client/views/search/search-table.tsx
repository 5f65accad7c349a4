import { createMemo, createSignal, For, Show } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { formatNumber, plural } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";
import type { Axis, AxisName } from "./axes.ts";
import type { Tried } from "./create-search.ts";
import { BEST_FIRST, keepOrder, type Order, readValue, sortTried } from "./rows.ts";

/** Every run that is over, the best first until the reader sorts them; what comes while they are read stands behind them. */
export function SearchTable(props: {
  tried: readonly Tried[];
  axes: readonly Axis[];
  best: Tried["spec"] | null;
  read: Tried["spec"] | null;
  onRead: (one: Tried) => void;
}) {
  const [order, setOrder] = createSignal<Order>(BEST_FIRST);
  const [sortedOf, setSortedOf] = createSignal(sortTried(props.tried, BEST_FIRST));
  const rows = createMemo(() => keepOrder(sortedOf(), props.tried));
  const fresh = () => rows().length - sortedOf().length;
  const sort = (next: Order) => {
    setOrder(next);
    setSortedOf(sortTried(props.tried, next));
  };
  const press = (name: AxisName) =>
    sort({ by: name, down: order().by === name ? !order().down : name === "auroc" });
  const direction = (name: AxisName) => {
    if (order().by !== name) return undefined;
    return order().down ? "descending" : "ascending";
  };
  const cell = (one: Tried, name: AxisName) => {
    const value = readValue(one, name);
    if (value === null) return "–";
    return name === "auroc" ? value.toFixed(4) : formatNumber(value);
  };
  return (
    <div class="search-table">
      <div class="search-fresh">
        <Show when={fresh() > 0}>
          <Button kind="quiet" onClick={() => sort(order())}>
            {plural(fresh(), "new result")} at the end: sort again
          </Button>
        </Show>
      </div>
      <Table caption="Every run of the search; the first column reads a run in the figure" captionHidden>
        <thead>
          <tr>
            <th scope="col">run</th>
            <For each={props.axes}>
              {({ name, title }) => (
                <th scope="col" data-number aria-sort={direction(name)}>
                  <button class="sort" type="button" onClick={() => press(name)}>
                    {title}
                  </button>
                </th>
              )}
            </For>
            <th scope="col">note</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(one) => (
              <tr data-mine={props.read === one.spec ? "" : undefined}>
                <th scope="row">
                  <button
                    class="run-pick"
                    type="button"
                    aria-pressed={props.read === one.spec}
                    onClick={() => props.onRead(one)}
                  >
                    {props.tried.findIndex(({ spec }) => spec === one.spec) + 1}
                  </button>
                </th>
                <For each={props.axes}>{({ name }) => <td data-number>{cell(one, name)}</td>}</For>
                <td>{props.best === one.spec ? "★ best" : (one.why ?? "")}</td>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
    </div>
  );
}
