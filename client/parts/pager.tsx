import { Show } from "solid-js";
import { Button } from "./button.tsx";
import { formatNumber } from "./numbers.ts";

/** Goes through pages of `size` things; nothing where one page holds them all. */
export function Pager(props: {
  /** What is paged, for who cannot see it: "hidden numbers". */
  name: string;
  count: number;
  size: number;
  page: number;
  onPage: (page: number) => void;
}) {
  const last = () => Math.max(0, Math.ceil(props.count / props.size) - 1);
  const range = () => {
    const first = props.page * props.size;
    return `${formatNumber(first + 1)} to ${formatNumber(Math.min(props.count, first + props.size))} of ${formatNumber(props.count)}`;
  };
  return (
    <Show when={last() > 0}>
      <div class="pager">
        <Button
          kind="quiet"
          aria-label={`Back to earlier ${props.name}`}
          disabled={props.page === 0}
          onClick={() => props.onPage(props.page - 1)}
        >
          Back
        </Button>
        <span class="pager-range">{range()}</span>
        <Button
          kind="quiet"
          aria-label={`Next ${props.name}`}
          disabled={props.page >= last()}
          onClick={() => props.onPage(props.page + 1)}
        >
          Next
        </Button>
      </div>
    </Show>
  );
}
