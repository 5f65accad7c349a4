import Papa from "papaparse";
import { beforeEach, describe, expect, test } from "vitest";
import { GradesFile } from "../../shared/api/grading/gradebook.ts";
import { paths } from "../../shared/api/paths.ts";
import { RosterReport } from "../../shared/api/roster.ts";
import { listPlacedParts } from "../../shared/assignment/find-part.ts";
import { BUILT_IN_HOMEWORK } from "../../shared/assignment/homework/index.ts";
import { handInNumber, handleOf, saveGrade, setBook } from "./grading.ts";
import { type Class, COURSE, makeClass } from "./homework.ts";
import { join } from "./lab.ts";

/** As Canvas exports it: quotes, umlauts, its points row, its test student. */
const FROM_CANVAS = [
  "Student,ID,SIS User ID,SIS Login ID,Section,Assignment 6 (12345),Current Score",
  "    Points Possible,,,,,100,(read only)",
  '"Löwe, Ada",1001,A-01,ada3,"Sec 1, Mon",,',
  '"O’Neil, Bob",1002,B-02,bob@school.edu,Sec 2,,',
  '"Student, Test",1999,,0123abc,Sec 1,,',
].join("\r\n");

let school: Class;
let ada: Class["student"];
beforeEach(async () => {
  school = await makeClass();
  await school.instructor.put(paths.roster(COURSE), { csv: FROM_CANVAS });
  ada = await join(school.course, { name: "Ada", studentId: "A-01" });
  await handInNumber(ada, "64");
});

async function read(file: "canvas" | "all"): Promise<GradesFile> {
  return GradesFile.parse(await (await school.instructor.send(paths.gradesFile(COURSE, file))).json());
}

/** Every part graded with everything that it gives, but for what is taken off. */
async function gradeAll(of: Class["student"], less = 0) {
  const handle = await handleOf(school, of);
  for (const { id, part } of listPlacedParts(BUILT_IN_HOMEWORK)) {
    const ticked = (part.rubric ?? []).map((item) => item.id);
    await saveGrade(school.instructor, { handle, part: id, ticked, adjustment: id === "1a" ? -less : 0 });
  }
}

describe("the file for Canvas", () => {
  test("has Canvas's own cells, its column, and the total; who is not in it is named", async () => {
    await gradeAll(ada, 0.5);
    await handInNumber(school.student, "64");
    await setBook(school, { columnHeader: "Assignment 6 (12345)" });
    const { csv, students, leftOut, name } = await read("canvas");
    expect(Papa.parse(csv.trimEnd()).data).toEqual([
      ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Assignment 6 (12345)"],
      ["    Points Possible", "", "", "", "", "100"],
      ["Löwe, Ada", "1001", "A-01", "ada3", "Sec 1, Mon", "99.5"],
    ]);
    expect([name, students]).toEqual(["ece-4803-grades-canvas.csv", 1]);
    expect(leftOut.map(({ why }) => why)).toEqual(["notGraded", "notGraded"]);
  });

  test("goes back into the roster as it came from there", async () => {
    await gradeAll(ada);
    const { csv } = await read("canvas");
    const answer = await school.instructor.put(paths.roster(COURSE), { csv, dryRun: true });
    const report = RosterReport.parse(await answer.json());
    expect(report.lines).toEqual([
      { outcome: "skipped", line: 2, why: "the points possible of Canvas, no student" },
      { outcome: "same", line: 3, name: "Löwe, Ada" },
    ]);
    expect(report.missing.map(({ name }) => name)).toEqual(["O’Neil, Bob"]);
  });

  test("names who has every grade and no row of the roster, with the total", async () => {
    await handInNumber(school.student, "64");
    await gradeAll(school.student);
    const { pseudonym } = school.student.membership.member;
    const { leftOut, students } = await read("canvas");
    expect(students).toBe(0);
    expect(leftOut).toContainEqual({ pseudonym, name: "", total: 100, why: "notOnRoster" });
  });
});

test("the file with everything has each item of each part that is graded, and everyone in the course", async () => {
  const handle = await handleOf(school, ada);
  await saveGrade(school.instructor, { handle, part: "1f", ticked: ["plot"], comment: "+1 for the plot" });
  const { csv, students } = await read("all");
  const rows = Papa.parse<Record<string, string>>(csv.trimEnd(), { header: true }).data;
  expect(students).toBe(3);
  const hers = rows.filter(({ Student }) => Student === "Löwe, Ada");
  expect(hers).toMatchObject([
    { Part: "1f", Item: "trained", Ticked: "0", Comment: "'+1 for the plot", "Part score": "1" },
    { Item: "plot", Ticked: "1", "Student ID": "A-01", "Graded by": "instructor" },
    { Item: "observes" },
    { Item: "explains" },
  ]);
  expect(rows).toHaveLength(hers.length + 2);
  expect((await school.instructor.send(paths.gradesFile(COURSE, "other"))).status).toBe(404);
});
