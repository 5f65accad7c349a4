import { useSearchParams } from "@solidjs/router";
import { type Accessor, createMemo } from "solid-js";
import { type Flag, FlagKind } from "../../../shared/api/flags.ts";

export const STATES = ["open", "looked at", "all"] as const;
export type State = (typeof STATES)[number];

/** Which flags are shown and which is opened, as the address says, so that a colleague can be sent to one. */
export function createShown(all: Accessor<readonly Flag[]>) {
  const [search, setSearch] = useSearchParams<{
    kind?: string;
    part?: string;
    state?: string;
    flag?: string;
  }>();
  const kind = (): FlagKind | null => FlagKind.options.find((one) => one === search.kind) ?? null;
  const part = () => search.part ?? null;
  const state = (): State => STATES.find((one) => one === search.state) ?? "open";
  const openId = () => search.flag ?? null;
  const set = (wish: Partial<Record<"kind" | "part" | "state" | "flag", string | null>>) =>
    setSearch(wish, { replace: true, scroll: false });
  const flags = createMemo(() =>
    all().filter(
      (flag) =>
        (kind() === null || flag.kind === kind()) &&
        (part() === null || flag.parts.includes(part() ?? "")) &&
        // What is being read stays where it is when it was looked at.
        (isIn(state(), flag) || flag.id === openId()),
    ),
  );
  return {
    kind,
    part,
    state,
    openId,
    flags,
    choose: (wish: Partial<Record<"kind" | "part" | "state", string | null>>) => set({ ...wish, flag: null }),
    open: (id: string | null) => set({ flag: id }),
  };
}
export type Shown = ReturnType<typeof createShown>;

export function isIn(state: State, { review }: Flag): boolean {
  return state === "all" || (state === "open") === (review === null);
}
