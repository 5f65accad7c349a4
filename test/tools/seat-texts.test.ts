import { expect, test } from "vitest";
import { BUILT_IN_HOMEWORK } from "../../shared/assignment/homework/index.ts";
import { findCopies, givenShingles, ownShingles } from "../../shared/integrity/copied-texts.ts";
import { listGivenTexts } from "../../shared/integrity/given.ts";
import { planSeat } from "../../tools/class/seat-plan.ts";

const SEATS = 300;
const given = givenShingles(listGivenTexts(BUILT_IN_HOMEWORK));

/** The texts of a class, by cell: whose each is, and what it says. */
const texts = new Map<string, { readonly seat: number; readonly markdown: string }[]>();
for (let seat = 0; seat < SEATS; seat++) {
  for (const step of planSeat(seat, BUILT_IN_HOMEWORK).steps) {
    if (step.kind !== "answer" || step.answer.kind !== "text") continue;
    texts.set(step.cell, [...(texts.get(step.cell) ?? []), { seat, markdown: step.answer.markdown }]);
  }
}

test("of three hundred seats no text is found in another's, but those of the one seat that copies what is long enough", () => {
  const found = Array.from(texts.values()).flatMap((inCell) =>
    findCopies(inCell.map(({ markdown }) => ownShingles(markdown, given))).map(
      ({ earlier, later }) => `${inCell[later]?.seat} of ${inCell[earlier]?.seat}`,
    ),
  );
  expect(found.length).toBeGreaterThan(2);
  expect(new Set(found)).toEqual(new Set(["59 of 58"]));
});

test("a seat's texts are long enough for the homework", () => {
  const words = Array.from(texts.get("1f-text") ?? [], ({ markdown }) => markdown.split(" ").length);
  expect(words.toSorted((a, b) => a - b)[Math.floor(words.length / 2)]).toBeGreaterThan(40);
});
