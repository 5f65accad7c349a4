import { expect, test } from "vitest";
import { fillNames, reportTitle } from "../../../shared/assignment/cover.ts";

const pattern = { reportTitle: "{last}_{first}_ECE_4803_sp22_assignment_6" };

test("names take the places of {first} and {last}, everywhere and as they are", () => {
  expect(fillNames("{first} {last}, {first}", { firstName: " Ada ", lastName: "$& Lovelace" })).toBe(
    "Ada $& Lovelace, Ada",
  );
});

test("where there are no names yet, their places say what belongs there", () => {
  expect(reportTitle(pattern, { firstName: "", lastName: " " })).toBe(
    "LastName_FirstName_ECE_4803_sp22_assignment_6",
  );
});

test("a title can be the name of a file everywhere", () => {
  expect(reportTitle(pattern, { firstName: 'Ada/\\:*?"<>|B', lastName: "O'Neill-Šaur 李" })).toBe(
    "O'Neill-Šaur 李_Ada-B_ECE_4803_sp22_assignment_6",
  );
  expect(reportTitle({ reportTitle: " {last}... " }, { firstName: "", lastName: "a\tb\n" })).toBe("a-b");
  expect(reportTitle({ reportTitle: "..." }, { firstName: "", lastName: "" })).toBe("report");
});
