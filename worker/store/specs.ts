import * as z from "zod/mini";
import type { CourseSpec } from "../../shared/api/courses.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { canonicalJson, specId } from "../../shared/spec/identity.ts";
import { SweepSpec } from "../../shared/spec/sweep.ts";

/** The statement that keeps a spec under its id, for a batch; one that is there already stays as it is. */
export function insertSpec(db: D1Database, spec: ExperimentSpec): D1PreparedStatement {
  return db
    .prepare("INSERT INTO specs (id, json) VALUES (?, ?) ON CONFLICT (id) DO NOTHING")
    .bind(specId(spec), canonicalJson(spec));
}

/** A spec's canonical JSON. */
export async function readSpecJson(db: D1Database, id: string): Promise<string | null> {
  return await db.prepare("SELECT json FROM specs WHERE id = ?").bind(id).first<string>("json");
}

const Row = z.object({
  spec_id: z.string(),
  problem: z.string(),
  title: z.string(),
  question: z.string(),
  sweep: z.string(),
});

function rowToCourseSpec(row: unknown): CourseSpec {
  const { spec_id, problem, title, question, sweep } = Row.parse(row);
  return { id: spec_id, problem, title, question, sweep: SweepSpec.parse(JSON.parse(sweep)) };
}

/** A course's experiments in its own order. */
export async function listCourseSpecs(db: D1Database, course: string): Promise<readonly CourseSpec[]> {
  const { results } = await db
    .prepare(
      "SELECT spec_id, problem, title, question, sweep FROM course_specs WHERE course = ? ORDER BY position",
    )
    .bind(course)
    .all();
  return results.map(rowToCourseSpec);
}
