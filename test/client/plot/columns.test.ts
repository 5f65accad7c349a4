import { describe, expect, test } from "vitest";
import { nearestRow, positiveOnly } from "../../../client/plot/columns.ts";
import { buildCsv, plotCsv } from "../../../client/plot/csv.ts";
import { buildLossByEpoch } from "../../../client/plot/loss-by-epoch.ts";
import { formatTick, linearTicks, logTicks, spacedTicks, spreadLabels } from "../../../client/plot/ticks.ts";

describe("loss by epoch", () => {
  test("spans all epochs from the first one on, so that the axis does not move", () => {
    const { x, rows, lines } = buildLossByEpoch([{ label: "h = 5", trainLoss: [1, 0.5] }], 4);
    expect(x).toEqual([0, 1, 2, 3]);
    expect(rows).toEqual([0, 1]);
    expect(lines[0]?.values).toEqual([1, 0.5, null, null]);
  });

  test("ends the line of a run that diverged", () => {
    const { lines } = buildLossByEpoch([{ label: "h = 5", trainLoss: [1, Number.NaN, Infinity] }], 3);
    expect(lines[0]?.values).toEqual([1, null, null]);
  });

  test("names runs that have not begun, and draws nothing", () => {
    const { x, lines } = buildLossByEpoch([{ label: "h = 5", trainLoss: [] }], 50);
    expect(x).toEqual([]);
    expect(lines.map(({ label }) => label)).toEqual(["h = 5"]);
  });
});

test("a loss curve to compare with is faint, and leaves the others their shades", () => {
  const curve = (label: string, isReference: boolean) => ({ label, trainLoss: [1], isReference });
  const { lines } = buildLossByEpoch([curve("a", false), curve("b", false), curve("c", true)], 1);
  expect(lines.map(({ shade, isReference }) => [shade, isReference])).toEqual([
    [0.35, false],
    [1, false],
    [0.4, true],
  ]);
});

describe("reading a plot", () => {
  const columns = { x: [0, 1, 2, 10], lines: [], rows: [0, 3] };

  test("stops at measurements alone", () => {
    expect(nearestRow(columns, 2)).toBe(0);
    expect(nearestRow(columns, 6)).toBe(3);
    expect(nearestRow({ ...columns, rows: [] }, 2)).toBeNull();
  });

  test("leaves out of a log axis what is not above 0", () => {
    expect(positiveOnly([0.5, 0, -1, null])).toEqual([0.5, null, null, null]);
  });

  test("saves the measurements with the edges of their bands", () => {
    const line = {
      label: "test",
      meaning: "test",
      values: [1, null, 2, 3],
      band: { low: [0, null, 1, 2], high: [2, null, 3, 4] },
    } as const;
    expect(plotCsv("hidden size", { ...columns, lines: [line] })).toBe(
      "hidden size,test,test low,test high\r\n0,1,0,2\r\n10,3,2,4\r\n",
    );
  });

  test("quotes text that a csv reader would break at", () => {
    expect(buildCsv(["a, b", 'say "h"'], [[1, null]])).toBe('"a, b","say ""h"""\r\n1,\r\n');
  });
});

describe("ticks", () => {
  test("are written as short as they can be", () => {
    const written = [0, 0.2, 0.0001, 1_000, 1e6, 2e-5, 1.5e-5].map(formatTick);
    expect(written).toEqual(["0", "0.2", "0.0001", "1000", "1e+6", "2e-5", "1.5e-5"]);
  });

  test("are round numbers on a linear axis, about as many as asked for", () => {
    expect(linearTicks(0, 0.67, 5)).toEqual([0, 0.2, 0.4, 0.6]);
    expect(linearTicks(3, 204, 8)).toEqual([50, 100, 150, 200]);
    expect(linearTicks(-0.1, 0.25, 4)).toEqual([-0.1, 0, 0.1, 0.2]);
    expect(linearTicks(1, 1, 5)).toEqual([]);
  });

  test("mark 1, 2 and 5 of each decade on a log axis", () => {
    expect(logTicks(0.04, 1.3)).toEqual([0.05, 0.1, 0.2, 0.5, 1]);
  });

  test("mark powers of ten alone over many decades", () => {
    expect(logTicks(1e-6, 1)).toEqual([1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1]);
  });

  test("leave room between labels, and keep the first and the last", () => {
    expect(spacedTicks([5, 8, 20, 40, 195, 200], (tick) => tick, 10)).toEqual([5, 20, 40, 200]);
  });

  test("move labels apart without changing their order", () => {
    expect(spreadLabels([10, 50, 11], 5)).toEqual([10, 50, 15]);
  });
});
