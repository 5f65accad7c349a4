import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a program may be: a path that a person gives, names on PATH, places beside it; the first that can run counts. */
export type Whereabouts = {
  /** The environment variable with which a person names the program; what it holds is believed. */
  readonly variable: string;
  readonly names: readonly string[];
  readonly places?: readonly string[];
};

/** The path of a program, or null where it is not there. */
export function findProgram({ variable, names, places = [] }: Whereabouts): string | null {
  const given = process.env[variable];
  if (given !== undefined && given !== "") return given;
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const installed = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...installed, ...places].find(canRun) ?? null;
}

export function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
