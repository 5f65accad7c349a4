import { describe, expect, test } from "vitest";
import { parseRoster } from "../../../shared/roster/parse-roster.ts";
import { type KnownRow, planImport } from "../../../shared/roster/plan-import.ts";

const row = (id: string, fields: Partial<KnownRow>): KnownRow => ({
  ...{ id, name: id, email: "", studentId: "", section: "", canvasId: "", login: "", member: null },
  ...fields,
});
const plan = (csv: string, known: readonly KnownRow[], removeMissing = false) =>
  planImport(parseRoster(csv), known, { removeMissing });

describe("a person is known again", () => {
  const known = [
    row("ada", { studentId: "1", email: "ada@b.edu" }),
    row("bob", { email: "bob@b.edu" }),
    row("cy", { canvasId: "77" }),
  ];
  test("by student id, else by email, else by Canvas's id", () => {
    const { changed, added } = plan(
      "name,student id,email,canvas id\nA,1,,\nB,2,bob@b.edu,\nC,3,c@b.edu,77\nD,4,d@b.edu,78",
      known,
    );
    expect(changed.map(({ id, fields }) => [id, fields.name, fields.studentId])).toEqual([
      ["ada", "A", "1"],
      ["bob", "B", "2"],
      ["cy", "C", "3"],
    ]);
    expect(added.map(({ fields }) => fields.name)).toEqual(["D"]);
  });

  test("by the student id before the email, wherever the lines stand", () => {
    const { changed, added } = plan("name,student id,email\nNew,9,ada@b.edu\nAda,1,ada@new.edu", [
      row("ada", { studentId: "1", email: "ada@b.edu" }),
    ]);
    expect(changed.map(({ id, fields }) => [id, fields.email])).toEqual([["ada", "ada@new.edu"]]);
    expect(added.map(({ fields }) => fields.name)).toEqual(["New"]);
  });
});

test("what the file has no column for stays, what it has an empty cell for goes", () => {
  const known = [row("ada", { name: "Ada", studentId: "1", email: "ada@b.edu", section: "A" })];
  expect(plan("name,student id\nAda,1", known).same).toHaveLength(1);
  expect(plan("name,student id,section\nAda,1,", known).changed[0]?.changes).toEqual([
    { field: "section", from: "A", to: "" },
  ]);
});

test("who is not in the file is listed, and removed only at wish and while nobody joined as that person", () => {
  const known = [
    row("ada", { studentId: "1" }),
    row("bob", { studentId: "2", member: "m" }),
    row("cy", { studentId: "3" }),
  ];
  const missing = (remove: boolean) =>
    plan("name,student id\ncy,3", known, remove).missing.map(({ row, removed }) => [row.name, removed]);
  expect(missing(false)).toEqual([
    ["ada", false],
    ["bob", false],
  ]);
  expect(missing(true)).toEqual([
    ["ada", true],
    ["bob", false],
  ]);
});

test("a line that would give one person's email to another is wrong, unless that one goes", () => {
  const known = [
    row("ada", { studentId: "1", email: "a@b.edu" }),
    row("Bob", { studentId: "2", email: "b@b.edu" }),
  ];
  const csv = "name,student id,email\nAda,1,b@b.edu";
  expect(plan(csv, known).wrong).toEqual([
    { line: 2, name: "Ada", why: "the email b@b.edu is Bob’s on the roster" },
  ]);
  expect(plan(csv, known, true).wrong).toEqual([]);
});

test("two people may change places", () => {
  const known = [
    row("ada", { studentId: "1", email: "a@b.edu" }),
    row("bob", { studentId: "2", email: "b@b.edu" }),
  ];
  const { wrong, changed } = plan("name,student id,email\nada,1,b@b.edu\nbob,2,a@b.edu", known);
  expect([wrong.length, changed.length]).toEqual([0, 2]);
});
