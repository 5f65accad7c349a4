import { BUILT_IN_PROBLEMS } from "../../shared/assignment/problems.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { expandSweep } from "../../shared/spec/sweep.ts";

export const DEMO_COURSE = { course: "demo", title: "ECE 4803 demo", publicBoard: true } as const;
export const SEATS = 12;

/** What one pretend student trains: problem 1's whole sweep with a seed of its own, then what some tried beyond it. */
export function seatSpecs(seat: number): readonly ExperimentSpec[] {
  const sweep = problem("problem-1").sweep;
  const specs = expand({ ...sweep, spec: { ...sweep.spec, ...habits(seat, sweep.spec) }, seeds: [seat] });
  return [...specs, ...beyond(seat)];
}

/** Most seats train as the problem says; a few are patient, a few hurry. */
export function habits(seat: number, spec: ExperimentSpec): Partial<ExperimentSpec> {
  switch (seat % 6) {
    case 2:
      return { epochs: 60 };
    case 3:
      return { optimizer: { ...spec.optimizer, learningRate: 0.002 } };
    case 5:
      return { epochs: 80 };
    default:
      return {};
  }
}

function beyond(seat: number): readonly ExperimentSpec[] {
  const convolutional = problem("problem-2").sweep;
  const anomaly = problem("problem-3").sweep;
  if (seat % 3 === 1) return expand({ ...convolutional, widths: [1, 5, 20, 40, 80], seeds: [seat] });
  return seat % 3 === 2 ? expand({ ...anomaly, seeds: [seat] }) : [];
}

function problem(name: string) {
  const found = BUILT_IN_PROBLEMS.find((one) => one.name === name);
  if (found === undefined) throw new TypeError(`no built-in problem ${name}`);
  return found;
}

function expand(sweep: Parameters<typeof expandSweep>[0]): readonly ExperimentSpec[] {
  const specs = expandSweep(sweep);
  if (!specs.ok) throw new TypeError(specs.error.message);
  return specs.value;
}
