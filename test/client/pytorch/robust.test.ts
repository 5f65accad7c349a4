import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDataset } from "../../../client/pytorch/dataset/read-dataset.ts";
import { MAX_COMPLAINTS, MAX_STEPS } from "../../../client/pytorch/limits.ts";
import { readModel } from "../../../client/pytorch/model/read-model.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { readFixtures } from "./fixtures.ts";

const HEAD =
  "import torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n";

function messages(source: string): readonly string[] {
  const read = readModel(source);
  return read.ok ? [] : read.error.map(({ message }) => message);
}

/** A class whose __init__ holds these lines. */
function withInit(...lines: string[]): string {
  return `${HEAD}${lines.map((line) => `        ${line}\n`).join("")}    def forward(self, x):\n        return x\n`;
}

describe("nothing that is pasted hangs or crashes the reader:", () => {
  test("a megabyte of garbage is refused by its length", () => {
    const generator = new Mt19937(1);
    const random = () => generator.nextUint32();
    const garbage = Array.from({ length: 1_000_000 }, () => String.fromCharCode(random() % 256)).join("");
    expect(messages(garbage)[0]).toContain("the code holds 1000000 characters");
  });

  test("garbage of the longest length that is read", () => {
    const generator = new Mt19937(2);
    const random = () => generator.nextUint32();
    const signs = "()[]{}:=,.\"'#\\\n\t  abcdefself0123456789+-*/@%";
    const garbage = Array.from({ length: 200_000 }, () => signs.charAt(random() % signs.length)).join("");
    expect(messages(garbage)).not.toEqual([]);
  });

  test.each([
    ["brackets", `x = ${"(".repeat(50_000)}1${")".repeat(50_000)}`],
    ["a sum", `x = ${"1+".repeat(90_000)}1`],
    ["attributes", `x = a${".b".repeat(90_000)}`],
    ["calls", `x = f${"()".repeat(90_000)}`],
    ["minus signs", `x = ${"-".repeat(90_000)}1`],
    ["blocks", Array.from({ length: 300 }, (_, i) => `${" ".repeat(i)}if x:`).join("\n")],
    ["open brackets", "(".repeat(200_000)],
    ["open quotes", "\"'".repeat(100_000)],
  ])("%s inside each other", (_, source) => {
    expect(messages(`${source}\n${HEAD}`)).not.toEqual([]);
  });

  test.each([
    [
      "a loop of a billion turns",
      ["for i in range(10**9):", "    x = i"],
      "this loop takes 1000000000 turns",
    ],
    ["a loop without an end", ["while True:", "    x = 1"], "this loop did not end in 1000 turns"],
    [
      "loops inside each other",
      ["for i in range(1000):", "    for j in range(1000):", "        x = i * j"],
      `this takes more than ${MAX_STEPS} steps to follow`,
    ],
    ["a list that doubles", ["x = [1]", "for i in range(60):", "    x = x + x"], "this list is too long"],
    ["a list times a billion", ["x = [0] * 10**9"], "this list is too long"],
    ["a huge power", ["x = 9 ** 9 ** 9"], "this number is too large"],
    ["a comprehension of a billion", ["x = [i for i in range(10**9)]"], "this loop takes 1000000000 turns"],
    [
      "lists that hold each other",
      [
        "a, b = [], []",
        "a.append(b)",
        "b.append(a)",
        "c, d = [], []",
        "c.append(d)",
        "d.append(c)",
        "x = a == c",
      ],
      "too deeply",
    ],
    [
      "containers that hold each other",
      ["a, b = nn.ModuleList(), nn.Sequential()", "a.append(b)", "b.add_module('a', a)", "self.a = a"],
      "this nn.Sequential would hold itself",
    ],
    [
      "modules that hold each other many times",
      ["m = nn.ReLU()", "for i in range(40):", "    m = nn.Sequential(m, m)", "self.m = m"],
      "",
    ],
  ])("%s", (_, lines, expected) => {
    expect(messages(withInit(...lines)).join("\n")).toContain(expected);
  });

  test("a model of layers inside each other a trillion times", () => {
    const source = withInit(
      "m = nn.ReLU()",
      "for i in range(40):",
      "    m = nn.Sequential(m, m)",
      "self.m = m",
    );
    expect(messages(source.replace("return x", "return self.m(x)")).join()).toContain("steps to follow");
  });

  test("a method that calls itself inside many blocks", () => {
    const blocks = Array.from({ length: 40 }, (_, i) => `${" ".repeat(8 + i)}if 1:\n`).join("");
    const source = `${HEAD}    def forward(self, x):\n${blocks}${" ".repeat(48)}return self.forward(x)\n`;
    expect(messages(source).join()).toContain("too deeply");
  });

  test("as many mistakes as lines give a few complaints", () => {
    const lines = Array.from({ length: 500 }, (_, i) => `self.l${i} = nn.Lstm(${i})`);
    expect(messages(withInit(...lines))).toHaveLength(MAX_COMPLAINTS);
  });

  test("any class with a piece cut out, doubled or changed is read or refused, never more", () => {
    const sources = [...readFixtures("accepted"), ...readFixtures("refused"), ...readFixtures("datasets")];
    const piece = fc.record({
      which: fc.nat(sources.length - 1),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      put: fc.oneof(
        fc.constantFrom(
          "",
          "(",
          ")",
          ":",
          "\n",
          "    ",
          "self.",
          "[0]",
          "=",
          "None",
          "x",
          ", ",
          "-1",
          "\t",
          "*",
        ),
        fc.string({ maxLength: 5 }),
      ),
    });
    fc.assert(
      fc.property(piece, ({ which, from, length, put }) => {
        const { source } = sources[which] ?? { source: "" };
        const at = Math.floor(from * source.length);
        const changed = source.slice(0, at) + put + source.slice(at + length);
        for (const read of [readModel(changed), readDataset(changed)]) {
          if (read.ok) continue;
          expect(read.error.length).toBeGreaterThan(0);
          const lines = changed.split(/\r\n|\n|\r/).length;
          for (const { line, column } of read.error) {
            expect(line >= 1 && line <= lines && column >= 1).toBe(true);
          }
        }
      }),
      { numRuns: 1_000, seed: 7 },
    );
  });
});
