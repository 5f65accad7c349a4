/** What a key does at the desk. */
export type DeskAction =
  /** The rubric's item at this place, from 0. */
  | { readonly kind: "tick"; readonly place: number }
  | { readonly kind: "accept" | "save" | "next" | "previous" | "comment" | "help" | "leaveField" };

/** A key as it was pressed, and on what: see `placeOf`. */
export type KeyPress = {
  readonly key: string;
  readonly withControl: boolean;
  readonly withAlt: boolean;
  readonly on: KeyPlace;
};

/**
 * Where the keyboard is. `text`: where several lines are typed; `line`: one line; `choice`: what arrows and letters choose in; `press`: what
 * Enter presses; `scroll`: a frame that arrows scroll; `page`: anything else.
 */
export type KeyPlace = "text" | "line" | "choice" | "press" | "scroll" | "page";

const LETTERS: Readonly<Record<string, DeskAction>> = {
  a: { kind: "accept" },
  c: { kind: "comment" },
  j: { kind: "next" },
  k: { kind: "previous" },
  "?": { kind: "help" },
};

/** What a key does; null for nothing, so that the browser does what it always does. */
export function actionOf({ key, withControl, withAlt, on }: KeyPress): DeskAction | null {
  if (withAlt) return null;
  if (withControl) return key === "Enter" ? { kind: "save" } : null;
  if (on === "text" || on === "line") {
    if (key === "Escape") return { kind: "leaveField" };
    return on === "line" && key === "Enter" ? { kind: "save" } : null;
  }
  if (on === "choice") return null;
  if (key === "Enter") return on === "press" ? null : { kind: "save" };
  if (key === "ArrowRight" || key === "ArrowLeft") {
    if (on === "scroll") return null;
    return { kind: key === "ArrowRight" ? "next" : "previous" };
  }
  if (/^[0-9]$/.test(key)) return { kind: "tick", place: (Number(key) + 9) % 10 };
  return LETTERS[key.toLowerCase()] ?? null;
}

/** The digit of the rubric's item at this place, from 0; null of one that has none. */
export function digitOf(place: number): string | null {
  return place < 10 ? String((place + 1) % 10) : null;
}
