import type { MemberView } from "../../../../shared/api/members.ts";
import { callStudent, holdsWords } from "../../../parts/student-search.ts";

/** What to see of the students: those whose name or pseudonym holds what was typed, of one section or (empty) of any. */
export type Wanted = { readonly typed: string; readonly section: string };

/** The students that are wanted, by name; who has none comes last, by pseudonym. */
export function chooseStudents(students: readonly MemberView[], { typed, section }: Wanted): MemberView[] {
  return students
    .filter((one) => (section === "" || one.section === section) && holdsWords(callStudent(one), typed))
    .toSorted(
      (a, b) =>
        Number(a.name === "") - Number(b.name === "") ||
        a.name.localeCompare(b.name) ||
        a.pseudonym.localeCompare(b.pseudonym),
    );
}
