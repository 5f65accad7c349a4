import {
  type Copy,
  findCopies,
  givenShingles,
  ownShingles,
  whoWasFirst,
} from "../../shared/integrity/copied-texts.ts";
import type { FlagText } from "../store/flag-texts.ts";

export type TextFlag = Pick<Copy, "share" | "common"> & {
  readonly kind: "copiedText";
  readonly first: FlagText;
  readonly later: FlagText;
  readonly isOrderClear: boolean;
};

/** Texts of one cell of which nearly all stands in another student's. `texts` in the order in which they were begun. */
export function findCopiedTexts(
  texts: readonly FlagText[],
  givenTexts: readonly string[],
): readonly TextFlag[] {
  const given = givenShingles(givenTexts);
  const byCell = new Map<string, FlagText[]>();
  for (const text of texts) {
    const inCell = byCell.get(text.cell);
    if (inCell === undefined) byCell.set(text.cell, [text]);
    else inCell.push(text);
  }
  return Array.from(byCell.values()).flatMap((inCell) =>
    findCopies(inCell.map(({ markdown }) => ownShingles(markdown, given))).flatMap((copy) => {
      const [a, b] = [inCell[copy.earlier], inCell[copy.later]];
      if (a === undefined || b === undefined) return [];
      const order = whoWasFirst(a, b);
      const [first, later] = order === "b" ? [b, a] : [a, b];
      const { share, common } = copy;
      return [
        { kind: "copiedText" as const, first, later, share, common, isOrderClear: order !== "unclear" },
      ];
    }),
  );
}
