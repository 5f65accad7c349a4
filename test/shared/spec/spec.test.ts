import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import { type ExperimentSpec, parseSpec } from "../../../shared/spec/experiment.ts";
import { canonicalJson, specId } from "../../../shared/spec/identity.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import { countParameters } from "../../../shared/spec/parameters.ts";
import { readReference } from "../reference.ts";

const { spec } = readReference("mlp-20");

/** What parseSpec says of `spec` after a change, as the doors print it. */
function complaint(change: (copy: Record<string, Record<string, unknown>>) => void): string {
  const copy = structuredClone(spec);
  change(copy as unknown as Record<string, Record<string, unknown>>);
  const parsed = parseSpec(copy);
  return parsed.ok ? "accepted" : `${parsed.error.path}: ${parsed.error.message}`;
}

function layersComplaint(layers: readonly unknown[], latentAfter = 0): string {
  return complaint((copy) => {
    copy.model = { layers, latentAfter };
  });
}

describe("a spec", () => {
  test("of every reference is accepted as it stands", () => {
    for (const name of [
      "mlp-5",
      "cae-80-raw",
      "anomaly-40-regularised",
      "mlp-relu",
      "mlp-20-batch-64",
      "cae-relu",
    ]) {
      const reference = readReference(name).spec;
      expect(parseSpec(reference)).toEqual({ ok: true, value: reference });
    }
  });

  test("may leave out what has a default, and is the same spec then", () => {
    const { latentAfter: _, ...model } = spec.model;
    const short = {
      ...spec,
      model,
      loss: { kind: "mse" },
      optimizer: { kind: "adam", learningRate: 0.001 },
    };
    expect(parseSpec(short)).toEqual({ ok: true, value: spec });
  });

  test.each([
    ["epochs 0", (s) => Object.assign(s, { epochs: 0 }), "epochs: expected a number of at least 1, got 0"],
    ["epochs 1.5", (s) => Object.assign(s, { epochs: 1.5 }), "epochs: expected a whole number, got 1.5"],
    ["no epochs", (s) => Reflect.deleteProperty(s, "epochs"), "epochs: expected a number, got nothing"],
    [
      "too many epochs",
      (s) => Object.assign(s, { epochs: 10_001 }),
      "epochs: expected a number of at most 10000, got 10001",
    ],
    ["another version", (s) => Object.assign(s, { version: 2 }), "version: expected 1, got 2"],
    ["an unknown field", (s) => Object.assign(s, { epoch: 3 }), "epoch: unknown field; remove it"],
    [
      "an unknown scaling",
      (s) => Object.assign(s.dataset ?? {}, { scaling: "log" }),
      'dataset.scaling: expected "standardize" or "unit" or "none", got "log"',
    ],
    [
      "a learning rate of NaN",
      (s) => Object.assign(s.optimizer ?? {}, { learningRate: Number.NaN }),
      "optimizer.learningRate: expected a number, got NaN",
    ],
    [
      "an infinite learning rate",
      (s) => Object.assign(s.optimizer ?? {}, { learningRate: Number.POSITIVE_INFINITY }),
      "optimizer.learningRate: expected a number, got Infinity",
    ],
    [
      "a word as batch size",
      (s) => Object.assign(s, { batchSize: "half" }),
      'batchSize: expected "full" or a number, got "half"',
    ],
    [
      "an empty batch",
      (s) => Object.assign(s, { batchSize: 0 }),
      "batchSize: expected a number of at least 1, got 0",
    ],
    [
      "a seed of 33 bits",
      (s) => Object.assign(s, { seed: 2 ** 32 }),
      "seed: expected a number of at most 4294967295, got 4294967296",
    ],
    [
      "half a held-out split",
      (s) => Object.assign(s.dataset ?? {}, { split: { kind: "oneDigit", digit: 2, seed: 1 } }),
      "dataset.split.heldOutFraction: heldOutFraction and seed go together: give both or neither",
    ],
  ] satisfies [string, (s: Record<string, Record<string, unknown>>) => unknown, string][])(
    "with %s is refused by name",
    (_, change, message) => {
      expect(complaint(change)).toBe(message);
    },
  );

  test("that is no object is refused", () => {
    expect(parseSpec(null)).toMatchObject({
      ok: false,
      error: { path: "", message: "expected an object, got null" },
    });
    expect(parseSpec("spec")).toMatchObject({ ok: false });
  });
});

describe("layers", () => {
  const linear = (from: number, to: number) => ({ kind: "linear", in: from, out: to });
  const conv = (from: number, to: number, kernel = 3, padding = 1) => ({
    kind: "conv2d",
    in: from,
    out: to,
    kernel,
    padding,
  });

  test("of an unknown kind are refused with the kinds there are", () => {
    expect(layersComplaint([linear(64, 20), { kind: "dense", in: 20, out: 64 }])).toMatch(
      /^model\.layers\[1\]\.kind: unknown kind "dense"; known are linear, conv2d, .*dropout$/,
    );
  });

  test.each([
    [
      "a linear layer's",
      [linear(64, 20), linear(21, 64)],
      "model.layers[1]: linear needs 21 numbers, got 20",
    ],
    ["a convolution's", [conv(1, 3), conv(4, 1)], "model.layers[1]: conv2d needs 4 channels, got 3"],
    [
      "a linear layer after an image's",
      [conv(1, 1), linear(64, 64)],
      "model.layers[1]: linear needs a vector, got an image 1x8x8; put a flatten before it",
    ],
    [
      "a convolution after a vector's",
      [linear(64, 64), conv(1, 1)],
      "model.layers[1]: conv2d needs an image of channels x height x width, got 64 numbers; put an unflatten before it",
    ],
    [
      "an unflatten's",
      [linear(64, 10), { kind: "unflatten", shape: [1, 3, 3] }],
      "model.layers[1]: unflatten to 1x3x3 needs 9 numbers, got 10",
    ],
    [
      "a large pool's",
      [conv(1, 1, 7, 0), { kind: "maxPool2d", kernel: 3 }],
      "model.layers[1]: maxPool2d needs an image of at least 3x3, got 2x2",
    ],
    [
      "a large kernel's",
      [conv(1, 1, 8, 0), conv(1, 1, 3, 0)],
      "model.layers[1]: conv2d with kernel 3 leaves nothing of an image of 1x1",
    ],
    [
      "the end's",
      [linear(64, 20)],
      "model.layers[0]: the last layer must give the 64 pixels of an image, got 20 numbers",
    ],
  ])("whose shapes do not meet are refused with what they got and need: %s", (_, layers, message) => {
    expect(layersComplaint(layers)).toContain(message);
  });

  test("without weights, too many or too large are refused", () => {
    expect(layersComplaint([{ kind: "relu" }])).toContain("nothing to train");
    expect(layersComplaint([])).toContain("model.layers: expected a list of at least 1");
    expect(layersComplaint([linear(64, 4_000), linear(4_000, 64)])).toContain(
      "expected at most 500000 parameters",
    );
    expect(layersComplaint([conv(1, 200), conv(200, 200, 3), conv(200, 1)])).toContain("multiply-adds");
    expect(
      layersComplaint([conv(1, 1), { kind: "upsample2d", factor: 8 }, { kind: "upsample2d", factor: 8 }]),
    ).toContain("the lab takes up to 65536");
    expect(layersComplaint([linear(64, 64)], 1)).toContain(
      "model.latentAfter: expected the index of one of the 1 layers, got 1",
    );
  });

  test("of every kind meet in one model", () => {
    const layers: Layer[] = [
      { kind: "conv2d", in: 1, out: 4, kernel: 3, padding: 1 },
      { kind: "leakyRelu", negativeSlope: 0.1 },
      { kind: "maxPool2d", kernel: 2 },
      { kind: "flatten" },
      { kind: "dropout", p: 0.2 },
      { kind: "linear", in: 64, out: 10 },
      { kind: "tanh" },
      { kind: "linear", in: 10, out: 16 },
      { kind: "relu" },
      { kind: "unflatten", shape: [4, 2, 2] },
      { kind: "upsample2d", factor: 2 },
      { kind: "convTranspose2d", in: 4, out: 1, kernel: 4, padding: 1, stride: 2 },
      { kind: "sigmoid" },
    ];
    expect(layersComplaint(layers, 5)).toBe("accepted");
    expect(countParameters(layers)).toBe(40 + 650 + 176 + 65);
  });
});

describe("a spec's id", () => {
  test("is the SHA-256 of its canonical JSON, whatever the order of its fields", () => {
    // python3 -c 'import json,hashlib; s=json.load(open("mlp-20.json"))["spec"];
    //   print(hashlib.sha256(json.dumps(s, sort_keys=True, separators=(",", ":")).encode()).hexdigest())'
    expect(specId(spec)).toBe("c30bd6e40679e61c235d416370f81b16213db84ca875b3557abea959d26562ae");
    const shuffled = Object.fromEntries(Object.entries(spec).reverse());
    const parsed = parseSpec(shuffled);
    expect(parsed.ok && specId(parsed.value)).toBe(specId(spec));
  });

  test("changes with every number in it", () => {
    const other: ExperimentSpec = {
      ...spec,
      optimizer: { ...spec.optimizer, learningRate: 0.0010000000000000002 },
    };
    expect(specId(other)).not.toBe(specId(spec));
  });

  test("stands on JSON that survives a round trip", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { seed: 1 },
    );
  });
});

test("the built-in problems are valid specs whose sweeps train the homework's widths", () => {
  expect(BUILT_IN_PROBLEMS.map(({ name, sweep }) => [name, sweep.widths])).toEqual([
    ["problem-1", [5, 20, 40, 80, 100, 200]],
    ["problem-2", [1, 5, 20, 40, 80, 200]],
    ["problem-3", []],
  ]);
  for (const { sweep } of BUILT_IN_PROBLEMS)
    expect(parseSpec(sweep.spec)).toEqual({ ok: true, value: sweep.spec });
  expect(BUILT_IN_PROBLEMS[0]?.sweep.spec).toEqual(readReference("mlp-5").spec);
  expect(BUILT_IN_PROBLEMS[2]?.sweep.spec).toEqual(readReference("anomaly-40").spec);
});
