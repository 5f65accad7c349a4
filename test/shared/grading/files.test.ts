import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { writeCsv } from "../../../shared/csv.ts";
import { writeCanvasCsv } from "../../../shared/grading/canvas-csv.ts";
import { writeFullCsv } from "../../../shared/grading/full-csv.ts";
import { parseRoster } from "../../../shared/roster/parse-roster.ts";
import { planImport } from "../../../shared/roster/plan-import.ts";

const parse = (csv: string) => Papa.parse<string[]>(csv.trimEnd()).data;

describe("a CSV file", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=1\n+1"])(
    "holds no formula: %j",
    (evil) => {
      const [[cell]] = parse(writeCsv([[evil, 1]])) as [[string]];
      expect(cell).toBe(`'${evil}`);
    },
  );

  test("keeps numbers as numbers, below zero too, and texts as they are", () => {
    expect(writeCsv([[-1.5, 0, 12, "a, “b”", 'say "hi"', ""]])).toBe('-1.5,0,12,"a, “b”","say ""hi""",\r\n');
  });
});

const ADA = {
  ...{ name: "Löwe, Ada", canvasId: "1001", studentId: "A-01", login: "ada3", section: "Sec 1, Mon" },
  total: 87.5,
};
const BOB = {
  name: "Bo, Bob",
  canvasId: "1002",
  studentId: "",
  login: "bob@school.edu",
  section: "",
  total: 0,
};

describe("a file for Canvas", () => {
  const csv = writeCanvasCsv([ADA, BOB], { column: "Assignment 6 (12345)", points: 100 });

  test("has Canvas's columns, its points row, and a number for each student", () => {
    expect(parse(csv)).toEqual([
      ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Assignment 6 (12345)"],
      ["    Points Possible", "", "", "", "", "100"],
      ["Löwe, Ada", "1001", "A-01", "ada3", "Sec 1, Mon", "87.5"],
      ["Bo, Bob", "1002", "", "bob@school.edu", "", "0"],
    ]);
  });

  test("is read back by the roster's import as the students that are there, and changes none of them", () => {
    const roster = parseRoster(csv);
    expect(roster.wrong).toEqual([]);
    expect(roster.skipped).toEqual([{ line: 2, why: "the points possible of Canvas, no student" }]);
    const known = [
      { ...ADA, id: "1", email: "", member: "m1" },
      { ...BOB, id: "2", email: "bob@school.edu", member: "m2" },
    ];
    const plan = planImport(roster, known, { removeMissing: true });
    expect(plan.same.map(({ name }) => name)).toEqual(["Löwe, Ada", "Bo, Bob"]);
    expect([plan.added, plan.changed, plan.missing, plan.wrong]).toEqual([[], [], [], []]);
  });
});

describe("a file with everything", () => {
  const part = {
    ...{ part: "1f", points: 7, score: 2.5, adjustment: -0.5, comment: "=cmd|' /C calc'!A0", version: 1 },
    ...{ submission: 2, gradedBy: "grader", gradedAt: "2026-12-01T00:00:00.000Z" },
    items: [
      { id: "plot", label: "A plot", points: 3, ticked: true },
      { id: "units", label: "No units", points: -1, ticked: false },
    ],
  };
  const student = {
    ...{ name: "Löwe, Ada", pseudonym: "quiet-otter-01", section: "1", studentId: "A-01" },
    ...{ earned: 2.5, latePercent: 20, total: 2 },
  };

  test("has a row for each student, part and rubric item", () => {
    const rows = Papa.parse<Record<string, string>>(writeFullCsv([{ ...student, parts: [part] }]).trimEnd(), {
      header: true,
    }).data;
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      ...{ Student: "Löwe, Ada", Total: "2", "Late percent": "20", Part: "1f", "Part score": "2.5" },
      ...{ Adjustment: "-0.5", Comment: "'=cmd|' /C calc'!A0", Item: "plot", Ticked: "1" },
    });
    expect(rows[1]).toMatchObject({ Item: "units", "Item points": "-1", Ticked: "0" });
  });

  test("names a student without a grade, and a part without a rubric, once", () => {
    const rows = parse(
      writeFullCsv([
        { ...student, parts: [] },
        { ...student, parts: [{ ...part, items: [] }] },
      ]),
    );
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  });
});
