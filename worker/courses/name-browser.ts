import Bowser from "bowser";

/** `Firefox on Linux`, as a person knows a browser again; empty where the user agent tells neither. */
export function nameBrowser(userAgent: string): string {
  if (userAgent === "") return "";
  const found = Bowser.getParser(userAgent);
  return [found.getBrowserName(), found.getOSName()].filter((name) => name !== "").join(" on ");
}
