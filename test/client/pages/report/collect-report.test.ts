import { beforeAll, describe, expect, test } from "vitest";
import { collectReport } from "../../../../client/pages/report/collect-report.ts";
import type { ReportCell, ReportContent } from "../../../../client/pages/report/report-content.ts";
import { BUILT_IN_HOMEWORK } from "../../../../shared/assignment/homework/index.ts";
import { failure, success } from "../../../../shared/result.ts";
import { acceptedClass, reportOf, SIGNED, type Solved, solveHomework, sourcesOf } from "./solve-homework.ts";

let solved: Solved;
beforeAll(async () => {
  solved = await solveHomework({
    code: {
      "1c-code": acceptedClass("homework-1c"),
      "3d-code": starterOf("3d-code"),
    },
    runs: { "1e-run": { epochs: 3 }, "1f-run": { epochs: 3, widths: [5, 20] }, "3a-run": { epochs: 3 } },
    answers: {
      ...SIGNED,
      "1a-number": { kind: "number", text: " 64 " },
      "1b-number": { kind: "number", text: " " },
    },
  });
});

function starterOf(id: string): string {
  for (const { parts } of BUILT_IN_HOMEWORK.problems)
    for (const { cells } of parts)
      for (const cell of cells) if (cell.id === id && cell.kind === "code") return cell.starter;
  throw new TypeError(`the homework has no code cell ${id}`);
}

function cellOf<K extends ReportCell["kind"]>(report: ReportContent, kind: K, id: string) {
  const cells = report.problems.flatMap(({ shown, parts }) => [
    ...shown,
    ...parts.flatMap((part) => part.cells),
  ]);
  const found = cells.find(
    (one): one is Extract<ReportCell, { kind: K }> => one.kind === kind && one.cell.id === id,
  );
  if (found === undefined) throw new TypeError(`the report has no ${kind} cell ${id}`);
  return found;
}

test("every problem and part stands in order, under its heading", async () => {
  const { problems } = await reportOf(solved);
  expect(problems.flatMap(({ parts }) => parts.map(({ heading }) => heading))).toEqual(
    [..."abcdefg"]
      .map((letter) => `Solution to Problem 1 Part (${letter})`)
      .concat([..."abcd"].map((letter) => `Solution to Problem 2 Part (${letter})`))
      .concat([..."abcd"].map((letter) => `Solution to Problem 3 Part (${letter})`)),
  );
});

test("the title and the cover have the student's names, and the honour line whether it was ticked", async () => {
  const report = await reportOf(solved);
  expect(report.title).toBe("Lovelace_Ada_ECE_4803_sp22_assignment_6");
  expect(report.cover).toContain("Ada Lovelace");
  expect(report.honour.isSigned).toBe(true);
  const nobody = await reportOf({ ...solved, answers: new Map() });
  expect(nobody.title).toBe("LastName_FirstName_ECE_4803_sp22_assignment_6");
  expect(nobody.honour.isSigned).toBe(false);
});

test("what is blank, or the starter as it was given, is not answered", async () => {
  const report = await reportOf(solved);
  expect(cellOf(report, "number", "1a-number").text).toBe(" 64 ");
  expect(cellOf(report, "number", "1b-number").text).toBeNull();
  expect(cellOf(report, "text", "1f-text").markdown).toBeNull();
  expect(cellOf(report, "code", "3d-code").source).toBeNull();
  expect(cellOf(report, "run", "2c-run").attempt).toBeNull();
  expect(cellOf(report, "plot", "2d-plot").figure.status).toBe("notAnswered");
});

test("a run has its log, its link and what the server found; the server's own numbers count", async () => {
  const sources = sourcesOf(solved);
  const metrics = { trainMse: 0.1, testMse: 0.2, randomMse: 0.3 };
  const report = await collectReport(
    {
      ...sources,
      readRun: async (run) => {
        const read = await sources.readRun(run);
        return read.ok ? success({ ...read.value, metrics }) : read;
      },
    },
    () => {},
  );
  const [run] = cellOf(report, "run", "1e-run").attempt?.runs ?? [];
  expect(run?.metrics).toEqual(metrics);
  expect(run?.contents).toMatchObject({ status: "read", verification: { status: "reproduced" } });
  expect(run?.contents.status === "read" && run.contents.trainLoss).toHaveLength(3);
});

describe("a run that cannot be read", () => {
  test("says why, and keeps its numbers", async () => {
    const report = await collectReport(
      { ...sourcesOf(solved), readRun: async () => failure("It is on another device.") },
      () => {},
    );
    const [run] = cellOf(report, "run", "1e-run").attempt?.runs ?? [];
    expect(run?.contents).toEqual({ status: "unreadable", message: "It is on another device." });
    expect(run?.metrics.trainMse).toBeGreaterThan(0);
    expect(cellOf(report, "plot", "1f-plot").figure.status).toBe("drawn");
    expect(cellOf(report, "plot", "3a-plot").figure).toEqual({
      status: "unreadable",
      message:
        "The model of problem 3 (a) is needed for this plot and cannot be read. It is on another device. Run its cell again: the same seed gives the same numbers.",
    });
  });
});

test("how far it is is said in words, run by run and plot by plot", async () => {
  const said: string[] = [];
  await collectReport(sourcesOf(solved), (words) => said.push(words));
  expect(said).toEqual([
    "Reading run 1 of 4.",
    ...[1, 2, 3, 4, 5].map((plot) => `Drawing plot ${plot} of 5.`),
  ]);
});
