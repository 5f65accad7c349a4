// `npm run class -- --seats 300 [--url http://localhost:8787] [--course NAME]`: a class of any size, through the lab's own API.
// `npm run class -- --look LINK`: how soon its page shows it, by the sign-in link that the first printed for the instructor.
import { parseArgs } from "node:util";
import { CourseName } from "../../shared/api/courses.ts";
import { makeDoor } from "../demo/door.ts";
import { demoLinks } from "../demo/seed.ts";
import { main, ToolError } from "../lab/programs.ts";
import { runningLab, setupKey } from "../lab/state.ts";
import { planRoster } from "./class-roster.ts";
import { fillCourse } from "./fill-course.ts";
import { measureFirstPaint } from "./first-paint.ts";

const MAX_SEATS = 2_500;

await main(async () => {
  const options = readOptions();
  if (options.look !== null) return await look(options.look);
  const { seats, url, course } = options;
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

  await door.putRoster(await door.signIn(created.instructorKey), planRoster(seats));
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

async function look(link: string): Promise<number> {
  const { students, milliseconds } = await measureFirstPaint(link);
  console.log(
    `${students} students shown ${milliseconds.map((ms) => Math.round(ms)).join(", ")} ms after the page was asked for.`,
  );
  return 0;
}

type Options = {
  readonly look: string | null;
  readonly seats: number;
  readonly url: string;
  readonly course: string;
};

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      look: { type: "string" },
      seats: { type: "string" },
      url: { type: "string" },
      course: { type: "string" },
    },
  });
  const seats = Number(values.seats ?? 300);
  if (!Number.isInteger(seats) || seats < 1 || seats > MAX_SEATS) {
    throw new ToolError(`--seats: expected a whole number from 1 to ${MAX_SEATS}, got ${values.seats}`);
  }
  const course = CourseName.safeParse(values.course ?? `class-${seats}`);
  if (!course.success) throw new ToolError(`--course: expected a course's short name, got ${values.course}`);
  const url = values.url ?? runningLab()?.url ?? "http://localhost:8787";
  if (!URL.canParse(url)) throw new ToolError(`--url: expected a lab's address, got ${url}`);
  const look = values.look ?? null;
  if (look !== null && !URL.canParse(look))
    throw new ToolError(`--look: expected a sign-in link, got ${look}`);
  return { look, seats, url, course: course.data };
}
