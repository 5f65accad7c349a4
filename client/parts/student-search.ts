import type { MemberView } from "../../shared/api/members.ts";

/** How a student is called where staff looks: with the name, where one is known. */
export function callStudent({ name, pseudonym }: Pick<MemberView, "name" | "pseudonym">): string {
  return name === "" ? pseudonym : `${name} (${pseudonym})`;
}

/** The students whose name or pseudonym holds every word that was typed, at most `most` of them; none for nothing typed. */
export function findStudents(
  members: readonly MemberView[],
  typed: string,
  most: number,
): readonly MemberView[] {
  if (typed.trim() === "") return [];
  return members
    .filter((member) => member.role === "student" && holdsWords(callStudent(member), typed))
    .slice(0, most);
}

/** Whether a text holds every word that was typed, whatever their case and accents; so it does where nothing was typed. */
export function holdsWords(text: string, typed: string): boolean {
  const folded = fold(text);
  return fold(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

/** Letters without their case and accents. */
function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** The sections that the roster has, by name. */
export function listSections(members: readonly MemberView[]): readonly string[] {
  return [...new Set(members.map(({ section }) => section))].filter((section) => section !== "").toSorted();
}
