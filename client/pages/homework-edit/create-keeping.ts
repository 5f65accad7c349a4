import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { DraftAssignment } from "../../../shared/assignment/edit/draft.ts";
import { forget, keep, keyOf } from "./kept-draft.ts";

const KEEP_AFTER_MILLISECONDS = 300;

/** Where the draft is: nothing to keep, being written, on the device since a time, or nowhere but in this page. */
export type Keeping =
  | { readonly status: "none" | "keeping" | "failed" }
  | { readonly status: "kept"; readonly at: number };

/** Keeps the draft on the device as it changes, at the latest when the page closes. */
export function createKeeping(of: {
  readonly course: string;
  readonly base: Accessor<number>;
  readonly draft: Accessor<DraftAssignment>;
  readonly isChanged: Accessor<boolean>;
  /** When the draft that the page began with was kept; null where there was none. */
  readonly keptAt: number | null;
}) {
  const [state, setState] = createSignal<Keeping>(
    of.keptAt === null ? { status: "none" } : { status: "kept", at: of.keptAt },
  );
  /** Another tab wrote its draft over the one that is kept. */
  const [isElsewhere, setElsewhere] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    if (!of.isChanged()) {
      forget(of.course);
      setState({ status: "none" });
      return;
    }
    const at = Date.now();
    const isKept = keep(of.course, { base: of.base(), draft: of.draft(), keptAt: at });
    setState(isKept ? { status: "kept", at } : { status: "failed" });
  }
  createEffect(
    on(
      [of.draft, of.base, of.isChanged],
      () => {
        clearTimeout(timer);
        timer = setTimeout(write, KEEP_AFTER_MILLISECONDS);
        if (of.isChanged()) setState({ status: "keeping" });
      },
      { defer: true },
    ),
  );
  const onStorage = ({ key }: StorageEvent) => {
    if (key === keyOf(of.course)) setElsewhere(true);
  };
  const onLeaving = (event: BeforeUnloadEvent) => {
    write();
    if (state().status === "failed") event.preventDefault();
  };
  addEventListener("beforeunload", onLeaving);
  addEventListener("pagehide", write);
  addEventListener("storage", onStorage);
  onCleanup(() => {
    write();
    removeEventListener("beforeunload", onLeaving);
    removeEventListener("pagehide", write);
    removeEventListener("storage", onStorage);
  });
  return { state, isElsewhere };
}
