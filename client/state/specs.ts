import { createSignal } from "solid-js";
import { type CourseSpec, SpecList } from "../../shared/api/courses.ts";
import { paths } from "../../shared/api/paths.ts";
import { BUILT_IN_PROBLEMS } from "../../shared/assignment/problems.ts";
import { specId } from "../../shared/spec/identity.ts";
import { course } from "./course.ts";

/** The experiments that the course lists, and where they came from: the server, or the copy that the lab carries. */
export type Specs = { readonly from: "server" | "built in"; readonly specs: readonly CourseSpec[] };

const builtIn: Specs = {
  from: "built in",
  specs: BUILT_IN_PROBLEMS.map(({ name, title, question, sweep }) => ({
    id: specId(sweep.spec),
    problem: name,
    title,
    question,
    sweep,
  })),
};

/** The built-in specs at once, the server's as soon as they are here; null while neither is known to be right. */
export function createSpecs(): () => Specs | null {
  const [specs, setSpecs] = createSignal<Specs | null>(null);
  readSpecs().then(setSpecs, () => setSpecs(builtIn));
  return specs;
}

async function readSpecs(): Promise<Specs> {
  const joined = course();
  const query = joined === null ? "" : `?course=${encodeURIComponent(joined.course)}`;
  const response = await fetch(`${paths.specs}${query}`, { signal: AbortSignal.timeout(4_000) });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const { specs } = SpecList.parse(await response.json());
  if (specs.length === 0) throw new Error("the server lists no specs");
  return { from: "server", specs };
}
