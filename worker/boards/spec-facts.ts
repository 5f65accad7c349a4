import { readFacts, type SpecFacts } from "../../shared/boards/judge.ts";
import { listSpecs } from "../store/judged-runs.ts";

/** Some megabytes at most; a class has far fewer specs. */
const MAX_KNOWN = 20_000;
const known = new Map<string, SpecFacts>();

/** What rules ask of specs, by id. A spec never changes: what this isolate has read it does not read again. */
export async function readSpecFacts(
  db: D1Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SpecFacts>> {
  const wanted = new Set(ids);
  const found = new Map<string, SpecFacts>();
  for (const id of wanted) {
    const facts = known.get(id);
    if (facts !== undefined) found.set(id, facts);
  }
  const missing = [...wanted].filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  if (known.size + missing.length > MAX_KNOWN) known.clear();
  for (const [id, spec] of await listSpecs(db, missing)) {
    const facts = readFacts(spec);
    known.set(id, facts);
    found.set(id, facts);
  }
  return found;
}
