/** What the clocks of a time zone show: `2026-11-01` and `23:59`, as the browser's own fields have them. */
export type Clock = { readonly date: string; readonly time: string };

const DAY_MS = 24 * 3_600_000;

/** What the clocks of `zone`, an IANA name, show at `at`, in milliseconds since 1970; seconds are left out. */
export function clockIn(zone: string, at: number): Clock {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? "";
  return {
    date: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}`,
  };
}

/**
 * When the clocks of `zone` show this, in milliseconds since 1970; null where it is no date or time. Where they show it twice, as in the
 * night when summer time ends, the first counts; a time that they skip is taken as much later as they skip.
 */
export function timeIn(zone: string, { date, time }: Clock): number | null {
  const wall = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(wall)) return null;
  const [before, after] = [wall - DAY_MS, wall + DAY_MS].map((near) => wall - offsetAt(zone, near));
  if (before === undefined || after === undefined) return null;
  const shown = [before, after].filter((at) => {
    const clock = clockIn(zone, at);
    return clock.date === date && clock.time === time.slice(0, 5);
  });
  return shown.length === 0 ? before : Math.min(...shown);
}

/** By how much the clocks of `zone` are ahead of UTC at `at`, in milliseconds. */
export function offsetAt(zone: string, at: number): number {
  const minute = at - (((at % 60_000) + 60_000) % 60_000);
  const { date, time } = clockIn(zone, minute);
  return Date.parse(`${date}T${time}Z`) - minute;
}

/** Every time zone by its IANA name, UTC first. */
export function listZones(): readonly string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}

/** The reader's own. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const [numeric, digits] = ["numeric", "2-digit"] as const;
  const made = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone, hourCycle: "h23", year: numeric, month: digits, day: digits },
    ...{ hour: digits, minute: digits },
  });
  formats.set(timeZone, made);
  return made;
}
