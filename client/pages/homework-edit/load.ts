import type { VersionSummary, VersionView } from "../../../shared/api/homework.ts";
import { failure, type Result, success } from "../../../shared/result.ts";
import type { ApiFailure } from "../../state/api.ts";
import { homeworkCalls } from "../../state/calls/homework.ts";
import { type KeptDraft, readKept } from "./kept-draft.ts";

/** What the editor begins with. */
export type Loaded = {
  readonly versions: readonly VersionSummary[];
  /** The version that is changed: the newest, or the one of the device's draft. */
  readonly base: VersionView;
  /** What someone else put since the device's draft was begun; null where it is up to date. */
  readonly overtaken: NewestVersion | null;
  readonly kept: KeptDraft | null;
};

/** The newest version and who put it: a pseudonym, null where nobody wrote it down. */
export type NewestVersion = VersionView & { readonly by: string | null };

export async function loadHomework(course: string): Promise<Result<Loaded, ApiFailure>> {
  const listed = await homeworkCalls.versions(course);
  if (!listed.ok) return listed;
  const { versions } = listed.value;
  const newest = await readNewest(course, versions);
  if (!newest.ok) return newest;
  const kept = readKept(course);
  if (kept === null || kept.base === newest.value.version) {
    return success({ versions, base: newest.value, overtaken: null, kept });
  }
  const base = await homeworkCalls.version(course, kept.base);
  if (!base.ok) {
    // A course that has no such version any more, such as one made anew under the same name: the draft goes on from what there is.
    const isGone = base.error.reason === "refused" && base.error.status === 404;
    return isGone ? success({ versions, base: newest.value, overtaken: null, kept }) : base;
  }
  return success({ versions, base: base.value, overtaken: newest.value, kept });
}

/** The homework as a course has it now, with what only its staff sees. */
export async function loadNewest(course: string): Promise<Result<NewestVersion, ApiFailure>> {
  const listed = await homeworkCalls.versions(course);
  return listed.ok ? readNewest(course, listed.value.versions) : listed;
}

async function readNewest(
  course: string,
  versions: readonly VersionSummary[],
): Promise<Result<NewestVersion, ApiFailure>> {
  const [newest] = versions;
  if (newest === undefined) {
    return failure({
      reason: "notUnderstood",
      status: 200,
      message: "The server lists no version of the homework. Load the page again.",
    });
  }
  const read = await homeworkCalls.version(course, newest.version);
  return read.ok ? success({ ...read.value, by: newest.by }) : read;
}
