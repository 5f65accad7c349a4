import { expect, test } from "vitest";
import { chooseStudents } from "../../../../client/pages/people/students/choose-students.ts";
import type { MemberView } from "../../../../shared/api/members.ts";

function student(pseudonym: string, name: string, section = ""): MemberView {
  const at = "2026-11-28T12:00:00.000Z";
  return {
    id: pseudonym,
    pseudonym,
    name,
    section,
    role: "student",
    joinedAt: at,
    seenAt: null,
    browsers: 0,
  };
}

const students = [
  student("wise-bat-49", ""),
  student("calm-oriole-10", "Zoë Özdemir", "B"),
  student("amber-eagle-96", "Ana García", "A"),
];
const names = (wanted: { typed?: string; section?: string }) =>
  chooseStudents(students, { typed: "", section: "", ...wanted }).map(({ pseudonym }) => pseudonym);

test("students come by name, who has none last", () => {
  expect(names({})).toEqual(["amber-eagle-96", "calm-oriole-10", "wise-bat-49"]);
});

test("students are found by words of their name or pseudonym, without case and accents", () => {
  expect(names({ typed: "garcia ANA" })).toEqual(["amber-eagle-96"]);
  expect(names({ typed: "ozde" })).toEqual(["calm-oriole-10"]);
  expect(names({ typed: "bat" })).toEqual(["wise-bat-49"]);
  expect(names({ typed: "ana zoe" })).toEqual([]);
});

test("one section is seen at a time", () => {
  expect(names({ section: "B" })).toEqual(["calm-oriole-10"]);
});
