import * as z from "zod/mini";
import { CreatedCourse } from "../../shared/api/courses.ts";
import { makeDoor } from "../demo/door.ts";
import { SEATS } from "../demo/seats.ts";
import { type DemoCourse, seedDemoCourse } from "../demo/seed.ts";
import { readState, setupKey, writeState } from "./state.ts";

const FILE = "demo.json";
const Kept = z.extend(CreatedCourse, { seats: z.number() });

/** The demo course of this state, seeded where that has not been done; null where one exists whose keys are lost. */
export async function seedHere(url: string): Promise<DemoCourse | null> {
  const text = readState(FILE);
  const known = text === null ? null : Kept.parse(JSON.parse(text));
  if (known !== null && known.seats >= SEATS) return known;
  console.log(`Seeding the demo course: ${SEATS} seats train and upload their runs.`);
  return await seedDemoCourse({
    door: makeDoor(url),
    setupKey: setupKey(),
    known,
    keep: (course) => writeState(FILE, JSON.stringify(course)),
  });
}
