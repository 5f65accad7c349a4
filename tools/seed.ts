// `node tools/seed.ts URL` with SETUP_KEY in the environment seeds the demo course of any lab through its API.
import { makeDoor } from "./demo/door.ts";
import { type DemoCourse, demoLinks, seedDemoCourse } from "./demo/seed.ts";
import { main, ToolError } from "./lab/programs.ts";

await main(async () => {
  const [url] = process.argv.slice(2);
  const setupKey = process.env.SETUP_KEY;
  if (url === undefined || !URL.canParse(url)) {
    throw new ToolError(
      "Expected the address of a lab: SETUP_KEY=... node tools/seed.ts https://latent-lab.example.workers.dev",
    );
  }
  if (setupKey === undefined || setupKey === "") {
    throw new ToolError(
      "Expected the lab's setup key in the environment: SETUP_KEY=... node tools/seed.ts URL",
    );
  }
  const door = makeDoor(url);
  let told = false;
  const keep = (created: DemoCourse) => {
    if (!told) tell(door.origin, created);
    told = true;
  };
  const course = await seedDemoCourse({ door, setupKey, known: null, keep });
  if (course === null) {
    console.log(`The demo course is there already: ${door.origin}/c/demo/board`);
    return 0;
  }
  console.log(`Seeded ${course.title}: ${course.seats} seats.`);
  return 0;
});

function tell(origin: string, course: DemoCourse): void {
  const { student, instructor, board } = demoLinks(origin, course);
  console.log(`The keys of ${course.title} are shown this once:`);
  console.log(`  student     ${student}\n  instructor  ${instructor}\n  board       ${board}`);
}
