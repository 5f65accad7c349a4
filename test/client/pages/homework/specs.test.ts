import { describe, expect, test } from "vitest";
import { changeSetting } from "../../../../client/pages/homework/runs/settings.ts";
import { specsOf } from "../../../../client/pages/homework/runs/specs.ts";
import { listSplits, nameSplit } from "../../../../client/pages/homework/runs/splits.ts";
import type { RunSettings } from "../../../../shared/assignment/answers.ts";
import { type CellOf, findCell } from "../../../../shared/assignment/assignment.ts";
import { BUILT_IN_HOMEWORK } from "../../../../shared/assignment/homework/index.ts";
import { specId } from "../../../../shared/spec/identity.ts";
import { readReference } from "../../../shared/reference.ts";
import { CNN, MLP, mlpOf } from "./classes.ts";

function cellOf(id: string): CellOf<"run"> {
  const cell = findCell(BUILT_IN_HOMEWORK, "run", id);
  if (cell === null) throw new TypeError(`no run cell ${id}`);
  return cell;
}

function specs(id: string, source: string, settings: RunSettings = {}) {
  const cell = cellOf(id);
  const itemShape = findCell(BUILT_IN_HOMEWORK, "code", cell.model)?.itemShape ?? [];
  return specsOf(cell, settings, { source, itemShape });
}

function complaint(id: string, source: string, settings: RunSettings = {}): string {
  const made = specs(id, source, settings);
  return made.ok ? "" : made.error.map(({ field, message }) => `${field}: ${message}`).join("\n");
}

describe("the specs of a run cell", () => {
  test("are those of the reference, from a class with a parameter for its width", () => {
    const made = specs("1f-run", MLP);
    expect(made.ok && made.value.map(({ width }) => width)).toEqual([5, 20, 40, 80, 100, 200]);
    const ids = made.ok ? made.value.map(({ spec }) => specId(spec)) : [];
    expect(ids[0]).toBe(specId(readReference("mlp-5").spec));
    expect(ids[1]).toBe(specId(readReference("mlp-20").spec));
    expect(ids[5]).toBe(specId(readReference("mlp-200").spec));
  });

  test("are those of the reference for kernels, and for the digit 2 alone", () => {
    const [kernels, two] = [specs("2d-run", CNN), specs("3a-run", MLP)];
    expect(kernels.ok && kernels.value[0] && specId(kernels.value[0].spec)).toBe(
      specId(readReference("cae-1").spec),
    );
    expect(two.ok && two.value[0] && specId(two.value[0].spec)).toBe(
      specId(readReference("anomaly-40").spec),
    );
  });

  test("follow the settings, each in its place", () => {
    const settings = { widths: [7], epochs: 3, learningRate: 0.01, batchSize: 64, seed: 9 };
    const made = specs("1f-run", MLP, settings);
    expect(made.ok && made.value).toMatchObject([
      { width: 7, spec: { epochs: 3, optimizer: { learningRate: 0.01 }, batchSize: 64, seed: 9 } },
    ]);
    const free = specs("3d-run", MLP, { weightDecay: 0.5, latentL1: 1, epochs: 100 });
    expect(free.ok && free.value).toMatchObject([
      { width: null, spec: { optimizer: { weightDecay: 0.5 }, loss: { latentL1: 1 }, epochs: 100 } },
    ]);
  });

  test("leave alone what the cell does not open", () => {
    const made = specs("1e-run", MLP, { weightDecay: 0.5, widths: [9] });
    expect(made.ok && made.value.map(({ spec }) => specId(spec))).toEqual([
      specId(readReference("mlp-5").spec),
    ]);
  });

  test("set the one hidden layer of a class that has no parameter for it", () => {
    const made = specs("1f-run", mlpOf("self", "5"), { widths: [12] });
    expect(made.ok && made.value[0]?.spec.model.layers).toMatchObject([{ out: 12 }, { in: 12 }]);
  });

  test("name the field that is wrong", () => {
    expect(complaint("1e-run", MLP, { epochs: 1_000_000 })).toMatch(
      /^epochs: expected a number of at most 10000/,
    );
    expect(complaint("1e-run", MLP, { learningRate: -1, batchSize: 0 })).toMatch(
      /^learningRate: .*above 0.*\nbatchSize: /,
    );
    expect(complaint("1f-run", MLP, { widths: [5, 5] })).toBe("widths: 5 is there twice");
  });

  test("say what a class needs that cannot be trained with a width", () => {
    expect(complaint("1e-run", "class Autoencoder:\n    pass\n")).toMatch(
      /^model: The class cannot be read yet\. Line 1/,
    );
    const deep = mlpOf("self", "30")
      .replace("    def forward", "        self.last = nn.Linear(64, 64)\n\n    def forward")
      .replace("return out, z", "return self.last(out), z");
    expect(complaint("1e-run", deep)).toMatch(/^model: Nothing in the class sets.*parameter hidden_size/);
    expect(complaint("1e-run", mlpOf("self, hidden_size=5", "30"))).toBe(
      "model: With hidden_size = 5 the hidden state still has a width of 30: use hidden_size where that layer is made.",
    );
    expect(complaint("1f-run", MLP, { widths: [1_024 * 8] })).toMatch(
      /^model: With hidden_size = 8192: line/,
    );
  });
});

describe("a setting that is typed", () => {
  const cell = cellOf("1f-run");

  test("is kept where the contract takes it, and gone where it is as asked", () => {
    const changed = changeSetting(cell, { seed: 3 }, "epochs", 100);
    expect(changed).toEqual({ ok: true, value: { seed: 3, epochs: 100 } });
    expect(changeSetting(cell, { seed: 3, epochs: 100 }, "epochs", 50)).toEqual({
      ok: true,
      value: { seed: 3 },
    });
  });

  test("is refused with what was expected", () => {
    const say = (field: "epochs" | "widths" | "batchSize", typed: unknown) => {
      const changed = changeSetting(cell, {}, field, typed);
      return changed.ok ? "" : changed.error;
    };
    expect(say("epochs", "many")).toBe('expected a number, got "many"');
    expect(say("epochs", 0)).toMatch(/at least 1/);
    expect(say("epochs", 20_000)).toMatch(/at most 10000/);
    expect(say("batchSize", "half")).toMatch(/full/);
    expect(say("widths", [])).toMatch(/at least one/);
  });
});

describe("what may be trained on", () => {
  test("is what the cell asks first, then the others, each by its name", () => {
    expect(listSplits(cellOf("3a-run")).map(nameSplit)).toEqual(["the digit 2", "half of all digits"]);
    expect(listSplits(cellOf("1f-run")).map(nameSplit)).toEqual(["half of all digits", "the digit 2"]);
    expect(nameSplit({ kind: "oneDigit", digit: 7, heldOutFraction: 0.2, seed: 1 })).toBe(
      "the digit 7, but for 20 % of it",
    );
    expect(nameSplit({ kind: "random", testFraction: 0.25, seed: 0 })).toBe("75 % of all digits");
  });
});
