import { makeDoor } from "./door.ts";
import { type DemoCourse, demoLinks, seedDemoCourse } from "./seed.ts";

/** Seeds the demo course of any lab and prints its keys, which are shown this once. Does nothing where the course exists. */
export async function seedAt(url: string, setupKey: string): Promise<void> {
  const door = makeDoor(url);
  let told = false;
  const keep = (created: DemoCourse) => {
    if (!told) tell(door.origin, created);
    told = true;
  };
  const course = await seedDemoCourse({ door, setupKey, known: null, keep });
  console.log(
    course === null
      ? `The demo course is there already: ${door.origin}/c/demo/board`
      : `Seeded ${course.title}: ${course.seats} seats.`,
  );
}

function tell(origin: string, course: DemoCourse): void {
  const { student, instructor, board } = demoLinks(origin, course);
  console.log(`The keys of ${course.title} are shown this once:`);
  console.log(`  student     ${student}\n  instructor  ${instructor}\n  board       ${board}`);
}
