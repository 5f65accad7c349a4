import { describe, expect, test } from "vitest";
import {
  buildFloorsByWidth,
  buildNoiseByWidth,
  buildSpectrum,
  tooWide,
} from "../../../../client/views/loss/against-theory.ts";
import { groupSeeds } from "../../../../client/views/loss/group-seeds.ts";
import { buildGradientByEpoch, buildRunByEpoch } from "../../../../client/views/loss/run-by-epoch.ts";
import { buildRunsByEpoch, buildTestedByEpoch } from "../../../../client/views/loss/runs-by-epoch.ts";
import { describeData } from "../../../../shared/metrics/describe-data.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { digits } from "../../../shared/digits.ts";
import { core, readReference, worstAbsolute } from "../../../shared/reference.ts";
import { viewedReference } from "../viewed-reference.ts";

const mlp5 = viewedReference("mlp-5");

function line(columns: ReturnType<typeof buildRunByEpoch>, label: string) {
  return columns.lines.find((one) => one.label === label)?.values ?? [];
}

describe("one run by epoch", () => {
  const end = { epoch: 50, ...readReference("mlp-5").metrics, gradientNorm: null };

  test("ends where PyTorch's loss and errors do, on one axis", () => {
    const { trainLoss, metrics } = readReference("mlp-5");
    const columns = buildRunByEpoch(mlp5, [end], { train: 0.5, test: 0.6 });
    expect(columns.x).toHaveLength(51);
    expect(line(columns, "train")).toEqual([...trainLoss, metrics.trainMse]);
    expect(line(columns, "test").filter((value) => value !== null)).toEqual([metrics.testMse]);
    expect(line(columns, "test")[50]).toBe(metrics.testMse);
    expect(line(columns, "PCA floor, train")[7]).toBe(0.5);
    expect(line(columns, "PCA floor, test")[7]).toBe(0.6);
  });

  test("is read at every epoch, and at the stations once there are several: there every line has a value", () => {
    expect(buildRunByEpoch(mlp5, [end], null).rows).toHaveLength(51);
    const stations = [{ ...end, epoch: 0 }, { ...end, epoch: 25 }, end];
    expect(buildRunByEpoch(mlp5, stations, null).rows).toEqual([0, 25, 50]);
  });

  test("keeps the loss of training apart from the error where they are not the same numbers", () => {
    const { spec } = mlp5;
    const labels = (changes: Partial<ExperimentSpec>) =>
      buildRunByEpoch({ ...mlp5, spec: { ...spec, ...changes } }, [end], null).lines.map(
        ({ label }) => label,
      );
    expect(labels({})).not.toContain("train, scored");
    expect(labels({ batchSize: 100 })).toContain("train, scored");
    expect(labels({ loss: { kind: "mse", latentL1: 1 } })).toContain("train, scored");
    const layers = [...spec.model.layers, { kind: "dropout", p: 0.1 } as const];
    expect(labels({ model: { ...spec.model, layers } })).toContain("train, scored");
  });

  test("draws no loss that ran away", () => {
    const columns = buildRunByEpoch({ ...mlp5, trainLoss: [1, Number.NaN] }, [], null);
    expect(line(columns, "train").slice(0, 3)).toEqual([1, null, null]);
  });

  test("draws the slope where it is known alone", () => {
    const { x, lines } = buildGradientByEpoch([{ ...end, epoch: 0, gradientNorm: 2 }, end]);
    expect([x, lines[0]?.values]).toEqual([[0], [2]]);
  });
});

describe("runs by epoch", () => {
  const run = (key: string, seed: number, trainLoss: readonly number[]) => ({
    ...mlp5,
    ...{ key, trainLoss, spec: { ...mlp5.spec, seed } },
  });

  test("are one line and its band where only the seed is another", () => {
    // numpy.std([1, 2, 3], ddof=1) is 1
    const groups = groupSeeds([run("a", 0, [1, 1]), run("b", 1, [2, 1]), run("c", 2, [3, 1])]);
    expect(groups.map(({ name, runs }) => [name, runs.length])).toEqual([["mlp-5", 3]]);
    const [line] = buildRunsByEpoch(groups).lines;
    expect(line).toMatchObject({ values: [2, 1], band: { low: [1, 1], high: [3, 1] } });
  });

  test("that were trained twice alike count once", () => {
    expect(groupSeeds([run("a", 0, [1]), run("b", 0, [1])])[0]?.runs).toHaveLength(1);
  });

  test("keep their order and names, whichever is looked at", () => {
    const [narrow, wide] = [mlp5, viewedReference("mlp-20")];
    const names = (runs: Parameters<typeof groupSeeds>[0]) => groupSeeds(runs).map(({ name }) => name);
    expect(names([wide, narrow])).toEqual(names([narrow, wide]));
    const longer = { ...mlp5, key: "longer", spec: { ...mlp5.spec, epochs: 60 } };
    expect(names([mlp5, longer])).toEqual(["mlp-5", "mlp-5 (2)"]);
  });

  test("end where one of their seeds does", () => {
    const groups = groupSeeds([run("a", 0, [1, 1, 1]), run("b", 1, [1, Number.NaN])]);
    expect(buildRunsByEpoch(groups).lines[0]?.values).toEqual([1, null, null]);
  });
});

describe("test errors of runs by epoch", () => {
  const seeded = (seed: number) => ({ ...mlp5, key: String(seed), spec: { ...mlp5.spec, seed } });
  const groups = groupSeeds([seeded(0), seeded(1), viewedReference("mlp-20")]);
  const station = (epoch: number, testMse: number) => ({ epoch, trainMse: 0, testMse, gradientNorm: null });
  const of = (errors: Readonly<Record<string, readonly [number, number][]>>) =>
    buildTestedByEpoch(groups, ({ key }) => errors[key]?.map(([epoch, mse]) => station(epoch, mse)) ?? null);

  test("are the mean over seeds with its band, at the epochs that were measured", () => {
    const { x, lines } = of({
      "0": [
        [0, 1],
        [50, 0.5],
      ],
      "1": [
        [0, 3],
        [50, 0.5],
      ],
    });
    expect(x).toEqual([0, 50]);
    // numpy.std([1, 3], ddof=1) is 2 ** 0.5
    const [low, high] = [2 - Math.SQRT2, 2 + Math.SQRT2];
    expect(lines[0]).toMatchObject({
      meaning: "test",
      values: [2, 0.5],
      band: { low: [low, 0.5], high: [high, 0.5] },
    });
  });

  test("wait for the last seed of a group, and have their place from the start", () => {
    const { lines } = of({ "0": [[0, 1]] });
    expect(lines.map(({ label }) => label)).toEqual(["mlp-5", "mlp-20"]);
    expect(lines[0]?.values).toEqual([null]);
    expect(of({}).x).toEqual([]);
  });
});

describe("against theory", () => {
  const data = describeData(mlp5.spec.dataset, digits);
  const points = ["mlp-5", "mlp-20", "mlp-200"].map((name) => {
    const { spec, metrics } = readReference(name);
    const [layer] = spec.model.layers;
    return { width: layer?.kind === "linear" ? layer.out : 0, metrics };
  });

  test("stand NumPy's floors of every width from 0 to 64, and PyTorch's errors on them", () => {
    // floors[h] = numpy.linalg.eigvalsh(numpy.cov(images.T, bias=True))[:64 - h].sum() / 64
    const { x, lines } = buildFloorsByWidth(data.floors, points);
    expect(x).toEqual(Array.from({ length: 65 }, (_, width) => width));
    const [train, test, floorOfTrain, floorOfTest] = lines.map(({ values }) => values.map(Number));
    expect(worstAbsolute(floorOfTrain ?? [], core.floors.train)).toBeLessThan(1e-7);
    expect(worstAbsolute(floorOfTest ?? [], core.floors.test)).toBeLessThan(1e-7);
    expect([train?.[5], test?.[20]]).toEqual([points[0]?.metrics.trainMse, points[1]?.metrics.testMse]);
    expect(lines[0]?.values.filter((value) => value !== null)).toHaveLength(2);
  });

  test("models that would press the floors into a corner are named instead", () => {
    expect(tooWide(points).map(({ width }) => width)).toEqual([200]);
  });

  test("a projection leaves (64 - h) / 64 of noise, and nothing from 64 on", () => {
    const { x, lines } = buildNoiseByWidth([...points, { width: 80, metrics: points[0]?.metrics ?? data0 }]);
    const projection = lines.find(({ meaning }) => meaning === "floor")?.values ?? [];
    expect([0, 20, 64, 80].map((width) => projection[x.indexOf(width)])).toEqual([1, 44 / 64, 0, 0]);
    expect(lines[0]?.values[20]).toBe(points[1]?.metrics.randomMse);
  });

  test("no rounding is drawn where the rank ends", () => {
    const { lines } = buildSpectrum(data.spectrum);
    expect(lines.map(({ values }) => values.filter((value) => (value ?? 0) > 0).length)).toEqual([61, 61]);
  });
});

const data0 = { trainMse: 0, testMse: 0, randomMse: 0 };
