import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";

const RUNNER = fileURLToPath(new URL("run_notebook.py", import.meta.url));
const Printed = z.array(z.record(z.string(), z.string()));

/** A python3 that has all that a notebook imports, or undefined; Debian's may stand behind another on the path. */
export const NOTEBOOK_PYTHON = ["python3", "/usr/bin/python3"].find(
  (name) => spawnSync(name, ["-c", "import torch, sklearn, matplotlib"]).status === 0,
);

/** Runs the code cells of notebooks in order; gives what each printed, by the cell's id, one record a notebook. */
export function runNotebooks(python: string, paths: readonly string[]): readonly Record<string, string>[] {
  const text = execFileSync(python, [RUNNER, ...paths], { encoding: "utf8", stdio: "pipe" });
  return Printed.parse(JSON.parse(text));
}
