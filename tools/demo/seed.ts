import type { CreatedCourse } from "../../shared/api/courses.ts";
import { ToolError } from "../lab/programs.ts";
import type { Door } from "./door.ts";
import { DEMO_COURSE, SEATS, seatSpecs } from "./seats.ts";
import { makeTrainers, type Trainers } from "./trainers.ts";

/** A demo course and how many of its seats have sent all their runs. */
export type DemoCourse = CreatedCourse & { readonly seats: number };

/**
 * Fills the demo course: `known` is as far as an earlier seeding came, `keep` is told every step so that one that is cut
 * off goes on where it stood. Null where the course exists and is not `known`.
 */
export async function seedDemoCourse({
  door,
  setupKey,
  known,
  keep,
}: {
  door: Door;
  setupKey: string;
  known: DemoCourse | null;
  keep: (course: DemoCourse) => void;
}): Promise<DemoCourse | null> {
  const created = known ?? (await door.createCourse(DEMO_COURSE, setupKey));
  if (created === null) return null;
  let course: DemoCourse = { seats: 0, ...created };
  keep(course);
  if (course.seats >= SEATS) return course;
  const trainers = makeTrainers();
  try {
    const trained = Array.from({ length: SEATS - course.seats }, (_, i) =>
      trainSeat(trainers, course.seats + i),
    );
    for (const runs of trained) {
      await sendSeat(door, course.joinCode, await runs);
      course = { ...course, seats: course.seats + 1 };
      keep(course);
    }
  } finally {
    await trainers.close();
  }
  return course;
}

function trainSeat(trainers: Trainers, seat: number) {
  const runs = Promise.all(seatSpecs(seat).map((spec) => trainers.train(spec)));
  runs.catch(() => {});
  return runs;
}

/** Joins as one more student and uploads; a run that the lab rejects is a fault of the lab, and said so. */
async function sendSeat(
  door: Door,
  joinCode: string,
  runs: Awaited<ReturnType<typeof trainSeat>>,
): Promise<void> {
  const seat = await door.join(joinCode);
  await Promise.all(
    runs.map(async (run) => {
      const { verification } = await door.putRun(seat, run);
      if (verification.status === "rejected") {
        throw new ToolError(`The lab rejected a run of the demo course: ${verification.reason}`);
      }
    }),
  );
}

/** What a person opens to see the course. */
export function demoLinks(origin: string, { course, joinCode, instructorKey }: CreatedCourse) {
  return {
    student: `${origin}/join/${joinCode}`,
    instructor: `${origin}/sign-in#${instructorKey}`,
    homework: `${origin}/c/${course}/hw`,
    board: `${origin}/c/${course}/board`,
  };
}
