import type { PictureGroup } from "../../plot/svg/build-pictures-svg.ts";
import type { Ends } from "./create-ends.ts";
import { PAGE } from "./end-panel.tsx";
import { COMPONENTS_TITLE, nameEnd, sayReach } from "./end-words.ts";
import { picturesCsv } from "./pictures-csv.ts";

/** What a saved figure shows: the page of each end that is read, and the first components. */
export function endGroups({ isChain, panels, components, readOf }: Ends): readonly PictureGroup[] {
  const ends = panels().map((panel): PictureGroup => {
    const from = Math.floor(readOf(panel) / PAGE) * PAGE;
    const to = Math.min(panel.pictures.count, from + PAGE);
    const { title } = nameEnd(panel.end, isChain());
    return { name: title, note: `${sayReach(panel.range)}.`, ...panel, from, to, ramp: "residual" };
  });
  const ofPca = components();
  if (ofPca === null) return ends;
  const to = Math.min(PAGE, ofPca.pictures.count);
  return [
    ...ends,
    { name: COMPONENTS_TITLE, note: `${sayReach(ofPca.range)}.`, ...ofPca, to, ramp: "residual" },
  ];
}

/** All of them, pixel by pixel. */
export function endsCsv({ panels, components }: Ends): string {
  const ofPca = components();
  return picturesCsv([
    ...panels().map(({ end, pictures }) => ({ name: end, pictures })),
    ...(ofPca === null ? [] : [{ name: "component", pictures: ofPca.pictures }]),
  ]);
}
