import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { formatComplaint } from "../../shared/explain.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { Checkpoint } from "../../shared/training/checkpoint.ts";
import { decodeCheckpoint, encodeCheckpoint } from "../../shared/training/checkpoint-file.ts";
import { reason } from "./read-specs.ts";

/** The checkpoint of `spec` in a file; a failure is one line that names the file, what was expected and what came. */
export function readCheckpoint(path: string, spec: ExperimentSpec): Result<Checkpoint, string> {
  const bytes = read(path);
  if (!bytes.ok) return failure(`--resume ${path}: cannot be read (${reason(bytes.error)})`);
  const decoded = decodeCheckpoint(spec, bytes.value);
  return decoded.ok ? decoded : failure(`--resume ${path}: ${formatComplaint(decoded.error)}`);
}

/**
 * Writes one checkpoint over the other, whole or not at all. A failure, before anything is trained, says that the file
 * cannot be written, or is something else than a checkpoint of `spec` and stays as it is.
 */
export function openCheckpointFile(path: string, spec: ExperimentSpec) {
  const refuse = (message: string) => failure(`--checkpoint ${path}: ${message}`);
  const present = read(path);
  if (present.ok) {
    const decoded = decodeCheckpoint(spec, present.value);
    if (!decoded.ok) {
      return refuse(`will not be written over (${formatComplaint(decoded.error)}); name another file`);
    }
  }
  const draft = `${path}.part`;
  try {
    writeFileSync(draft, "");
    rmSync(draft);
  } catch (error) {
    return refuse(`cannot be written (${reason(error)})`);
  }
  return success((checkpoint: Checkpoint): Result<void, string> => {
    try {
      writeFileSync(draft, encodeCheckpoint(checkpoint));
      return success(renameSync(draft, path));
    } catch (error) {
      return refuse(`cannot be written (${reason(error)}); training goes on without it`);
    }
  });
}

function read(path: string): Result<Uint8Array, unknown> {
  try {
    return success(readFileSync(path));
  } catch (error) {
    return failure(error);
  }
}
