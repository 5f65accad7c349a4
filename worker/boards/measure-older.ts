import type { BoardRule } from "../../shared/boards/rule.ts";
import { measure } from "../../shared/metrics/evaluate.ts";
import { decodeSafetensors } from "../../shared/model/safetensors.ts";
import { readDigits } from "../digits.ts";
import type { Bindings } from "../environment.ts";
import { readBytes } from "../store/bytes.ts";
import { listUnmeasured, setSeparation } from "../store/unmeasured-runs.ts";

/**
 * Measures for a rule that needs it some of the runs that came in before the Worker did that with every one. Bounded: what is left is
 * measured the next time, and until then the judge says why it does not count.
 */
export async function measureOlder(
  { DB, BYTES }: Pick<Bindings, "DB" | "BYTES">,
  { course, rule }: { course: string; rule: Pick<BoardRule, "metric"> },
): Promise<void> {
  if (rule.metric !== "tprAt1Fpr" && rule.metric !== "dPrime") return;
  const statements: D1PreparedStatement[] = [];
  for (const { id, weightsHash, spec } of await listUnmeasured(DB, course)) {
    const bytes = await readBytes(BYTES, weightsHash);
    const weights = bytes === null ? null : decodeSafetensors(spec.model.layers, new Uint8Array(bytes));
    if (weights === null || !weights.ok) continue;
    const { tprAt1Fpr, dPrime = null } = measure({ spec, weights: weights.value, digits: readDigits() });
    if (tprAt1Fpr !== undefined) statements.push(setSeparation(DB, { id, tprAt1Fpr, dPrime }));
  }
  if (statements.length > 0) await DB.batch(statements);
}
