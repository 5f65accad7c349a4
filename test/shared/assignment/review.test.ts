import { expect, test } from "vitest";
import { setAt } from "../../../shared/assignment/edit/change.ts";
import { reviewAssignment } from "../../../shared/assignment/parse-assignment.ts";
import { draftOf } from "./edit/drafts.ts";

/** Where the complaints about the built-in homework with these changes are. */
function placesOf(changes: readonly (readonly [string, unknown])[]): readonly string[] {
  let draft = draftOf();
  for (const [path, value] of changes) {
    const keys = path.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    draft = setAt(draft, keys, value);
  }
  const reviewed = reviewAssignment(draft);
  return reviewed.ok ? [] : reviewed.error.map(({ at }) => at.join("."));
}

const [part, cell] = ["problems.0.parts.4", "problems.0.parts.4.cells.0"];

test.each<[string, readonly (readonly [string, unknown])[]]>([
  [
    "fields of several places",
    [
      ["reportTitle", ""],
      [`${part}.points`, "six"],
      [`${cell}.spec.epochs`, 0],
    ],
  ],
  ["a letter that two parts have", [["problems.0.parts.1.letter", "a"]]],
  ["a number that two problems have", [["problems.2.number", 1]]],
  [
    "an id that two cells have, and a class that is none",
    [
      [`${cell}.id`, "1c-code"],
      ["problems.1.parts.2.cells.0.model", "9z-code"],
    ],
  ],
  [
    "a rubric item of a cell that is none",
    [
      ["problems.0.parts.0.rubric", [{ id: "r1", label: "Right", points: 2 }]],
      ["problems.0.parts.0.rubric.0.cell", "9z-number"],
    ],
  ],
  ["a width twice", [[`${cell}.widths`, [5, 5]]]],
])("complaints are placed at their fields: %s", (_, changes) => {
  const places = placesOf(changes);
  // A list that is put whole to have something to be wrong in is right itself.
  const wrong = changes.filter(([path]) => !path.endsWith("rubric"));
  for (const [path] of wrong) expect(places).toContain(path);
});
