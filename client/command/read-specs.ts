import { readFileSync } from "node:fs";
import { formatComplaint } from "../../shared/explain.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { type ExperimentSpec, parseSpec } from "../../shared/spec/experiment.ts";

const STANDARD_INPUT = 0;

/** The specs of all files, `-` being standard input; a failure is one line that names the first bad file and its field. */
export function readSpecs(paths: readonly string[]): Result<readonly ExperimentSpec[], string> {
  const specs: ExperimentSpec[] = [];
  for (const path of paths) {
    const name = path === "-" ? "standard input" : path;
    const json = readJson(path);
    if (!json.ok) return failure(oneLine(`${name}: ${json.error}`));
    const spec = parseSpec(json.value);
    if (!spec.ok) return failure(oneLine(`${name}: ${formatComplaint(spec.error)}`));
    specs.push(spec.value);
  }
  return success(specs);
}

function readJson(path: string): Result<unknown, string> {
  let text: string;
  try {
    text = readFileSync(path === "-" ? STANDARD_INPUT : path, "utf8");
  } catch (error) {
    return failure(`cannot be read (${reason(error)})`);
  }
  try {
    return success(JSON.parse(text));
  } catch (error) {
    return failure(`not JSON (${reason(error)})`);
  }
}

export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ");
}
