const TIME = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long" });
const SHORT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const WHOLE = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });

/** `at 14:02` today, `on 3 November` before. `iso` is ISO 8601. */
export function sayTime(iso: string): string {
  const date = new Date(iso);
  return date.toDateString() === new Date().toDateString()
    ? `at ${TIME.format(date)}`
    : `on ${DAY.format(date)}`;
}

/** The whole of a time, with the reader's time zone. */
export function sayWholeTime(iso: string): string {
  return WHOLE.format(new Date(iso));
}

export function sayShortTime(iso: string): string {
  return SHORT.format(new Date(iso));
}
