import { describe, expect, test } from "vitest";
import { formatComplaint } from "../../../client/pytorch/complaint.ts";
import { readDataset } from "../../../client/pytorch/dataset/read-dataset.ts";
import { readModel } from "../../../client/pytorch/model/read-model.ts";
import { ExpectedDataset, ExpectedModel, readFixtures } from "./fixtures.ts";

describe("a class as students write it is read into layers:", () => {
  test.each(readFixtures("accepted"))("$name", ({ source, expected }) => {
    const read = readModel(source);
    expect(read).toEqual({ ok: true, value: ExpectedModel.parse(JSON.parse(expected)).model });
  });
});

describe("a class that cannot be read is told what to do, by line and column:", () => {
  test.each(readFixtures("refused"))("$name", ({ source, expected }) => {
    const read = readModel(source);
    const lines = read.ok ? ["read"] : read.error.map(formatComplaint);
    expect(lines.map((line) => `${line}\n`).join("")).toBe(expected);
  });
});

describe("a Dataset is checked:", () => {
  test.each(readFixtures("datasets"))("$name", ({ source, expected }) => {
    const asked = /^# itemShape: (\S+)/m.exec(source)?.[1];
    const read = readDataset(source, asked === undefined ? {} : { itemShape: asked.split("x").map(Number) });
    if (expected.startsWith("{")) {
      expect(read).toEqual({ ok: true, value: ExpectedDataset.parse(JSON.parse(expected)).dataset });
    } else {
      const lines = read.ok ? ["read"] : read.error.map(formatComplaint);
      expect(lines.map((line) => `${line}\n`).join("")).toBe(expected);
    }
  });
});

test("there are at least 60 classes, of each kind many", () => {
  const counts = (["accepted", "refused", "datasets"] as const).map((folder) => readFixtures(folder).length);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(25);
  expect(counts.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(150);
});
