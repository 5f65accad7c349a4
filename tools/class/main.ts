// `npm run class -- --seats 300 [--url http://localhost:8787] [--course NAME]`: a class of any size, through the lab's own API.
import { parseArgs } from "node:util";
import { CourseName } from "../../shared/api/courses.ts";
import { makeDoor } from "../demo/door.ts";
import { demoLinks } from "../demo/seed.ts";
import { main, ToolError } from "../lab/programs.ts";
import { runningLab, setupKey } from "../lab/state.ts";
import { fillCourse } from "./fill-course.ts";

const MAX_SEATS = 2_500;

await main(async () => {
  const { seats, url, course } = readOptions();
  const door = makeDoor(url);
  const created = await door.createCourse(
    { course, title: `A class of ${seats}`, publicBoard: true },
    process.env.SETUP_KEY || setupKey(),
  );
  if (created === null) {
    throw new ToolError(`The lab has a course ${course} already: choose another name with --course NAME.`);
  }
  const { student, instructor } = demoLinks(door.origin, created);
  console.log(`As an instructor  ${instructor}\nAs a student      ${student}`);

  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1_000;
  const filled = await fillCourse({
    door,
    joinCode: created.joinCode,
    seats,
    told: ({ seats: done, runs }) => {
      if (done % 25 === 0) console.log(`${done} of ${seats} seats, ${runs} runs, ${seconds().toFixed(0)} s`);
    },
  });
  console.log(
    `Filled ${course}: ${filled.seats} seats trained and sent ${filled.runs} runs, ${filled.handedIn} handed in; ${seconds().toFixed(1)} s, ${(filled.seats / seconds()).toFixed(2)} seats a second.`,
  );
  return 0;
});

function readOptions(): { readonly seats: number; readonly url: string; readonly course: string } {
  const { values } = parseArgs({
    options: { seats: { type: "string" }, url: { type: "string" }, course: { type: "string" } },
  });
  const seats = Number(values.seats ?? 300);
  if (!Number.isInteger(seats) || seats < 1 || seats > MAX_SEATS) {
    throw new ToolError(`--seats: expected a whole number from 1 to ${MAX_SEATS}, got ${values.seats}`);
  }
  const course = CourseName.safeParse(values.course ?? `class-${seats}`);
  if (!course.success) throw new ToolError(`--course: expected a course's short name, got ${values.course}`);
  const url = values.url ?? runningLab()?.url ?? "http://localhost:8787";
  if (!URL.canParse(url)) throw new ToolError(`--url: expected a lab's address, got ${url}`);
  return { seats, url, course: course.data };
}
