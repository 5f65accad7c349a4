import { describe, expect, test } from "vitest";
import { distinctRuns, type Facts, type RunNumbers } from "../../../../client/views/why/facts.ts";
import type { Question } from "../../../../client/views/why/question.ts";
import { QUESTIONS } from "../../../../client/views/why/questions/index.ts";
import { sayOutcome, writeNotes } from "../../../../client/views/why/say-prediction.ts";
import { describeData } from "../../../../shared/metrics/describe-data.ts";
import { expandSweep, withLatentWidth } from "../../../../shared/spec/sweep.ts";
import { digits } from "../../../shared/digits.ts";
import { readReference } from "../../../shared/reference.ts";

/** PyTorch's numbers, as if the reader had measured them. */
function pytorch(name: string): RunNumbers {
  const { spec, metrics, trainLoss } = readReference(name);
  return { spec, metrics, trainLoss };
}
const mlp5 = pytorch("mlp-5");
const mlp20 = pytorch("mlp-20");
const mlp200 = pytorch("mlp-200");

function factsOf(run: RunNumbers, others: readonly RunNumbers[] = [], more: Partial<Facts> = {}): Facts {
  return { run, runs: distinctRuns([run, ...others]), data: null, noise: null, pixelAuroc: null, ...more };
}

function question(id: string): Question {
  const found = QUESTIONS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
}

/** What came out: the option that came true, or the number; and all that is said of it. */
function answer(id: string, facts: Facts) {
  const { guess, answer } = question(id);
  const found = answer(facts);
  if (found.status !== "known") throw new Error(`${id} is ${found.status}`);
  const option = guess.kind === "choice" ? guess.options[found.truth] : undefined;
  return { ...found, option, text: found.sentences.join(" ") };
}

/** The same run with other numbers and settings. */
function changed(run: RunNumbers, { width, testMse }: { width: number; testMse: number }): RunNumbers {
  const spec = withLatentWidth(run.spec, width);
  if (!spec.ok) throw new Error(spec.error.message);
  return { spec: spec.value, metrics: { ...run.metrics, testMse } };
}

describe("which questions are asked", () => {
  const ids = (run: RunNumbers) => QUESTIONS.filter(({ fits }) => fits(run)).map(({ id }) => id);

  test("depends on the problem", () => {
    expect(ids(mlp5)).toEqual(["unseen", "past-64", "random-data", "random-by-width", "relu"]);
    expect(ids(pytorch("cae-20"))).toEqual(["unseen", "kernels", "random-data", "random-by-width"]);
    expect(ids(pytorch("anomaly-40"))).toEqual(["pixel-scores", "remedy"]);
  });

  test("a run of every reference is asked something, and no question fails on it", () => {
    for (const name of ["mlp-deep-sigmoid", "cae-mixed", "cae-pool", "linear-1", "mlp-20-batch-64"]) {
      const run = pytorch(name);
      expect(ids(run).length, name).toBeGreaterThan(0);
      for (const one of QUESTIONS.filter(({ fits }) => fits(run))) {
        expect(() => one.answer(factsOf(run)), `${name} ${one.id}`).not.toThrow();
      }
    }
  });

  test("names the run that is missing with a sweep that the lab takes", () => {
    for (const run of [mlp5, pytorch("cae-20"), pytorch("anomaly-40")]) {
      for (const { id, fits, answer } of QUESTIONS) {
        const found = fits(run) ? answer(factsOf(run)) : null;
        if (found?.status === "missing") expect(expandSweep(found.train.sweep).ok, id).toBe(true);
      }
    }
    expect(question("relu").answer(factsOf(mlp5)).status).toBe("missing");
    expect(question("past-64").answer(factsOf(mlp200)).status).toBe("missing");
    expect(question("kernels").answer(factsOf(pytorch("cae-20"))).status).toBe("missing");
    expect(question("remedy").answer(factsOf(pytorch("anomaly-40"))).status).toBe("missing");
  });
});

describe("with PyTorch's numbers", () => {
  test("error still falls past 64 hidden units", () => {
    const h80 = changed(mlp200, { width: 80, testMse: 0.2255 });
    const found = answer("past-64", factsOf(mlp5, [mlp200, h80, mlp20]));
    expect(found.option).toBe("The test error goes on falling");
    expect(found.measured).toBe("test error 0.2255 with h = 80; test error 0.1126 with h = 200");
    expect(found.text).toContain("its test error is 0.2255 after 50 epochs");
    expect(found.text).toContain("50% lower");
    expect(found.text).toContain("Train 0.1060 and test 0.1126 of h = 200 lie close together");
  });

  test("where it does not fall, the answer does not say that it does", () => {
    const [same, worse] = [0.1126, 0.2].map((testMse) => {
      const h80 = changed(mlp200, { width: 80, testMse });
      return answer(
        "past-64",
        factsOf(changed(mlp200, { width: 400, testMse: 0.1126 * (testMse === 0.2 ? 3 : 1) }), [h80]),
      );
    });
    expect(same?.option).toMatch(/^Nothing/);
    expect(worse?.option).toMatch(/^The test error rises/);
    expect(`${same?.text}${worse?.text}`).not.toContain("take the whole map further");
  });

  test("random data are given back badly, and why is said with the model's own weights", () => {
    const found = answer("random-data", factsOf(mlp20, [], { noise: { map: 1.0497, bias: 0.0166 } }));
    expect(found.truth).toBe(mlp20.metrics.randomMse);
    expect(found.text).toContain("2.24 times");
    expect(found.text).toContain("44/64 = 0.6875");
    expect(found.text).toContain(
      "would leave 1.0497, and its biases, the same picture added to every image, another 0.0166",
    );
    expect(found.text).toContain("worse than a blank answer");
    const convolution = answer("random-data", factsOf(pytorch("cae-20")));
    expect(convolution.text).toContain("Its hidden layer holds 1,280 numbers");
    expect(convolution.text).not.toContain("worse than a blank answer");
  });

  test("the error on noise falls less than on digits with hidden units, and as much with kernels", () => {
    const hidden = answer("random-by-width", factsOf(mlp5, [mlp20, mlp200]));
    expect(hidden.option).toBe("It falls, but by less");
    expect(hidden.text).toContain("the test error is 87% lower, the error on noise 35% lower");
    const kernels = answer("random-by-width", factsOf(pytorch("cae-1"), [pytorch("cae-20")]));
    expect(kernels.option).toBe("It falls as much");
    expect(kernels.next?.sweep.spec.model.layers[0]?.kind).toBe("linear");
  });

  test("ten kernels do what five do", () => {
    const cae = pytorch("cae-20");
    const [five, ten] = [
      changed(cae, { width: 5, testMse: 0.1499 }),
      changed(cae, { width: 10, testMse: 0.1489 }),
    ];
    const found = answer("kernels", factsOf(cae, [five, ten]));
    expect(found.option).toBe("It changes little");
    expect(found.text).toContain("5 × 64 = 320 numbers");
    expect(found.text).toContain("9 × 9 products of weights");
    expect(
      answer("kernels", factsOf(cae, [five, changed(cae, { width: 10, testMse: 0.07 })])).option,
    ).toMatch(/^It halves/);
  });

  test("ReLU is compared with the same model without it", () => {
    const [first, last] = mlp20.spec.model.layers;
    if (first === undefined || last === undefined) throw new Error("mlp-20 has two layers");
    const layers = [first, { kind: "relu" } as const, last];
    const spec = { ...mlp20.spec, model: { layers, latentAfter: 1 } };
    // PyTorch 1.13, the same script: testMse of 64-20-ReLU-64
    const relu = { spec, metrics: { trainMse: 0.49868, testMse: 0.49555, randomMse: 1.04914 } };
    const data = describeData(mlp20.spec.dataset, digits);
    const found = answer("relu", factsOf(mlp20, [relu], { data }));
    expect(found.option).toBe("It stays about the same");
    expect(found.text).toContain("With ReLU the test error is 0.4955, without it 0.4850: 2% higher.");
    expect(found.text).toContain("the PCA floor of 0.0542 holds for both");
    expect(answer("relu", factsOf(relu, [mlp20])).truth).toBe(found.truth);
    expect(found.text).toContain("stopped long before their width was used up");
    // The same two after 1,000 epochs
    const [longPlain, longRelu] = [
      { ...mlp20, metrics: { ...mlp20.metrics, testMse: 0.0698 } },
      { ...relu, metrics: { ...relu.metrics, testMse: 0.0687 } },
    ];
    expect(answer("relu", factsOf(longPlain, [longRelu], { data })).text).toContain("come near that floor");
    const missing = question("relu").answer(factsOf(relu));
    expect(missing.status === "missing" && missing.train.sweep.spec).toEqual(mlp20.spec);
  });

  test("the much copied remedy separates nothing, and why is said with its errors", () => {
    const [plain, penalized] = ["anomaly-40", "anomaly-40-regularised"].map(pytorch);
    if (plain === undefined || penalized === undefined) throw new Error("two references");
    const data = describeData(plain.spec.dataset, digits);
    const found = answer("remedy", factsOf(plain, [penalized], { data }));
    expect(found.truth).toBe(penalized.metrics.auroc);
    expect(found.measured).toBe("AUROC 0.494, 0.995 without the penalties");
    // numpy.var(images[y == 2], axis=0).sum() / 64 of the standardized images
    expect(found.text).toContain(
      "its train error is 0.9723, where answering with the mean image would leave 0.3242",
    );
    const other = {
      ...plain,
      spec: {
        ...plain.spec,
        dataset: { ...plain.spec.dataset, split: { kind: "oneDigit", digit: 3 } as const },
      },
    };
    expect(question("remedy").answer(factsOf(other, [penalized])).status).toBe("missing");
  });

  test("single pixels tell less than images", () => {
    const plain = pytorch("anomaly-40");
    expect(question("pixel-scores").answer(factsOf(plain)).status).toBe("awaited");
    const data = describeData(plain.spec.dataset, digits);
    const found = answer("pixel-scores", factsOf(plain, [], { pixelAuroc: 0.6879, data }));
    expect(found.option).toBe("It is lower");
    expect(found.text).toContain("Of single pixels AUROC is 0.688, of whole images 0.995.");
    expect(found.text).toContain("9 pixels of which were the same in all train images");
    const blind = answer(
      "pixel-scores",
      factsOf(pytorch("anomaly-40-regularised"), [], { pixelAuroc: 0.5094, data }),
    );
    expect(blind.option).toMatch(/^It is higher/);
    expect(blind.text).toContain("tells hardly more than a coin");
    expect(blind.text).not.toContain("chance cancels");
  });

  test("unseen images are hardly worse", () => {
    const found = answer("unseen", factsOf(mlp20));
    expect(found.option).toBe("Within a tenth of it");
    expect(found.text).toContain("The train error is 0.4844, the test error 0.4850: the same to 1%.");
    expect(found.text).toContain("2,644 weights");
  });
});

test("runs of earlier visits count, those that ran away do not", () => {
  const away = { ...mlp200, metrics: { ...mlp200.metrics, testMse: Number.NaN } };
  expect(distinctRuns([mlp5, mlp5, away, mlp20])).toEqual([mlp5, mlp20]);
});

test("several seeds of a width are taken as their mean", () => {
  const other = {
    ...mlp200,
    spec: { ...mlp200.spec, seed: 1 },
    metrics: { ...mlp200.metrics, testMse: 0.1 },
  };
  const h80 = changed(mlp200, { width: 80, testMse: 0.2255 });
  expect(answer("past-64", factsOf(mlp200, [other, h80])).measured).toContain(
    "test error 0.1063 with h = 200",
  );
});

describe("what a prediction is about", () => {
  const key = (id: string, run: RunNumbers) => question(id).about(run);

  test("is a setting and, where it matters, a width; never a seed", () => {
    const longer = { ...mlp5, spec: { ...mlp5.spec, epochs: 1_000 } };
    const reseeded = { ...mlp5, spec: { ...mlp5.spec, seed: 9 } };
    for (const id of ["past-64", "random-data"]) {
      expect(key(id, longer)).not.toBe(key(id, mlp5));
      expect(key(id, reseeded)).toBe(key(id, mlp5));
    }
    expect(key("past-64", mlp20)).toBe(key("past-64", mlp5));
    expect(key("random-data", mlp20)).not.toBe(key("random-data", mlp5));
  });

  test("is one for the two models that are compared", () => {
    expect(key("remedy", pytorch("anomaly-40-regularised"))).toBe(key("remedy", pytorch("anomaly-40")));
    const [first, last] = mlp20.spec.model.layers;
    if (first === undefined || last === undefined) throw new Error("mlp-20 has two layers");
    const model = { layers: [first, { kind: "relu" } as const, last], latentAfter: 1 };
    expect(key("relu", { ...mlp20, spec: { ...mlp20.spec, model } })).toBe(key("relu", mlp20));
  });
});

test("the steps of small batches are counted", () => {
  const small = { ...mlp200.spec, batchSize: 64 };
  const h80 = changed({ ...mlp200, spec: small }, { width: 80, testMse: 0.2 });
  // ceil(898 / 64) is 15
  expect(answer("past-64", factsOf({ ...mlp200, spec: small }, [h80])).text).toContain(
    "there were 750 steps: 0.75",
  );
});

describe("the words about a prediction", () => {
  test("say how it came out, and never that it was wrong", () => {
    const choice = { kind: "choice", options: ["a", "b"] } as const;
    const number = { kind: "number", label: "", low: 0, high: 1, step: 0.01 } as const;
    expect(sayOutcome(choice, 0, 0)).toBe("It came out as you predicted.");
    expect(sayOutcome(choice, 0, 1)).toBe("It came out otherwise. Here is why.");
    expect(sayOutcome(number, 0.5, 0.52)).toBe("You were within 0.05.");
    expect(sayOutcome(number, 0.25, 1)).toBe("You were 0.75 away.");
  });

  test("can be taken along, and hold the measured numbers once they were seen", () => {
    const asked = { ask: "Why?", guess: { kind: "choice", options: ["a", "b"] } as const };
    const found = { status: "known", truth: 0, measured: "error 1", sentences: [] } as const;
    const prediction = { key: "", guess: 1, text: " because ", isShown: false };
    expect(writeNotes(asked, prediction, found)).toBe("Why?\n\nMy prediction: b\n\nbecause");
    expect(writeNotes(asked, { ...prediction, isShown: true }, found)).toMatch(/\n\nMeasured: error 1$/);
  });
});
