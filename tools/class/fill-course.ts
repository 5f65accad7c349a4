import { randomUUID } from "node:crypto";
import type { AttemptRun } from "../../shared/assignment/answers.ts";
import type { Door, Seat } from "../demo/door.ts";
import { makeTrainers, type Trainers } from "../demo/trainers.ts";
import { ToolError } from "../lab/programs.ts";
import { seatClaim } from "./class-roster.ts";
import { planSeat, type SeatStep } from "./seat-plan.ts";

/** Seats that are at work at once. */
const AT_ONCE = 8;

export type Filled = { readonly seats: number; readonly runs: number; readonly handedIn: number };

/**
 * Lets `seats` students join with the code and do as much of the homework as each does: train, upload, answer, hand in.
 * `told` is called after each.
 */
export async function fillCourse({
  door,
  joinCode,
  seats,
  told,
}: {
  door: Door;
  joinCode: string;
  seats: number;
  told: (filled: Filled) => void;
}): Promise<Filled> {
  const trainers = makeTrainers();
  let filled: Filled = { seats: 0, runs: 0, handedIn: 0 };
  let next = 0;
  const work = async () => {
    while (next < seats) {
      const one = await takeSeat({ door, trainers, joinCode, seat: next++ });
      filled = {
        seats: filled.seats + 1,
        runs: filled.runs + one.runs,
        handedIn: filled.handedIn + (one.handedIn ? 1 : 0),
      };
      told(filled);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, seats) }, work));
  } finally {
    await trainers.close();
  }
  return filled;
}

async function takeSeat({
  door,
  trainers,
  joinCode,
  seat: number,
}: {
  door: Door;
  trainers: Trainers;
  joinCode: string;
  seat: number;
}): Promise<{ readonly runs: number; readonly handedIn: boolean }> {
  const seat = await door.join(joinCode, seatClaim(number));
  const { assignment, version } = await door.readAssignment(seat);
  const plan = planSeat(number, assignment);
  const revisions: Record<string, number> = {};
  let runs = 0;
  for (const step of plan.steps) {
    revisions[step.cell] = await doStep({ door, trainers, seat }, step);
    if (step.kind === "run") runs += step.runs.length;
  }
  if (plan.handsIn) await door.handIn(seat, { version, revisions });
  return { runs, handedIn: plan.handsIn };
}

/** One cell: what was trained is sent before the answer that names it, as the outbox does. */
async function doStep(
  { door, trainers, seat }: { door: Door; trainers: Trainers; seat: Seat },
  step: SeatStep,
): Promise<number> {
  if (step.kind === "answer") return await door.putAnswer(seat, step.cell, step.answer);
  const runs: AttemptRun[] = [];
  for (const { width, spec } of step.runs) {
    const [id, run] = [randomUUID(), await trainers.train(spec)];
    const { verification } = await door.putRun(seat, run, id);
    if (verification.status === "rejected") {
      throw new ToolError(`The lab rejected a run of the class: ${verification.reason}`);
    }
    runs.push({ id, width, spec, metrics: run.upload.metrics });
  }
  const attempt = { id: randomUUID(), name: "", at: Date.now(), settings: {}, runs, failed: [] };
  return await door.putAnswer(seat, step.cell, {
    kind: "run",
    settings: {},
    attempts: [attempt],
    pinned: null,
  });
}
