import * as z from "zod/mini";
import { MAX_ZONE_CHARACTERS } from "../limits.ts";

/** A time zone by its IANA name, as `America/New_York`. */
export const Zone = z.string().check(
  z.maxLength(MAX_ZONE_CHARACTERS),
  z.refine(isZone, {
    error: "expected a time zone by its IANA name, as America/New_York",
  }),
);

export function isZone(zone: string): boolean {
  try {
    // An offset, as +05:00, is a zone to some engines; it knows no summer time, so it is none here.
    return /^[A-Za-z]/.test(zone) && zonedFormat(zone) !== null;
  } catch {
    return false;
  }
}

/** `1 November 2026 at 23:59 (America/New York)`: a time, in milliseconds since 1970, as a course says it. */
export function sayInZone(at: number, zone: string): string {
  return `${zonedFormat(zone).format(at)} (${zone.replaceAll("_", " ")})`;
}

function zonedFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone });
}
