import { dirname, join } from "node:path";
import { ROOT } from "../install.mjs";

/** The part of rolldown's context that this reads. */
type ModuleGraph = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null };

const ENTRY = join(ROOT, "client/main.tsx");
const START_PAGE = join(ROOT, "client/pages/home/index.tsx");

/**
 * The chunk of a module: one file of all that the start page imports and the entry does not, where other pages share it. Many
 * small files compress worse, and the start page has 60,000 bytes; null leaves a module to the bundler.
 */
export function makeStartChunk(): (id: string, graph: ModuleGraph) => string | null {
  let start: ReadonlySet<string> | null = null;
  return (id, graph) => {
    start ??= findStart(graph);
    return start.has(id) ? "start" : null;
  };
}

function findStart(graph: ModuleGraph): ReadonlySet<string> {
  const entry = findReached(ENTRY, graph);
  const own = dirname(START_PAGE);
  return new Set([...findReached(START_PAGE, graph)].filter((id) => !entry.has(id) && !id.startsWith(own)));
}

/** What a module imports, and what that imports, as long as it is no dynamic import. */
function findReached(from: string, graph: ModuleGraph): Set<string> {
  const reached = new Set([from]);
  for (const id of reached) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
  return reached;
}
