import { describe, expect, test } from "vitest";
import { type PythonAttempt, writeTraining } from "../../../../client/pytorch/write/write-training.ts";
import { findCell } from "../../../../shared/assignment/assignment.ts";
import { BUILT_IN_HOMEWORK } from "../../../../shared/assignment/homework/index.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { withLatentWidth } from "../../../../shared/spec/sweep.ts";
import { readFixtures } from "../fixtures.ts";

const metrics = { trainMse: 0.5, testMse: 0.6, randomMse: 1.2 };

function specOf(cell: string): ExperimentSpec {
  const run = findCell(BUILT_IN_HOMEWORK, "run", cell);
  if (run === null) throw new TypeError(`the homework has no run cell ${cell}`);
  return run.spec;
}

function atWidth(spec: ExperimentSpec, width: number): ExperimentSpec {
  const changed = withLatentWidth(spec, width);
  if (!changed.ok) throw new TypeError(changed.error.message);
  return changed.value;
}

function classOf(name: string) {
  const source = readFixtures("accepted").find((fixture) => fixture.name === name)?.source ?? "";
  return { source, itemShape: [1, 64] };
}

function attempt(changes: Partial<PythonAttempt> & { readonly spec?: ExperimentSpec } = {}): PythonAttempt {
  const { spec = atWidth(specOf("1e-run"), 20), ...rest } = changes;
  return {
    name: "1e",
    code: classOf("homework-1c"),
    runs: [{ width: 20, spec, metrics, trainLoss: [1.12137, 0.98765] }],
    asked: spec.dataset.split,
    ...rest,
  };
}

describe("the class is called", () => {
  test("with the parameter that sets its width, and those that have no default", () => {
    expect(writeTraining(attempt()).source).toContain(
      "model = MLPAutoencoder(num_hidden_layers=1, hidden_size=20)\n",
    );
    expect(writeTraining(attempt({ code: classOf("one-letter-names") })).source).toContain(
      "model = AE(h=20)\n",
    );
  });

  test("in a loop over several widths, under the name that the class has for them", () => {
    const runs = [5, 20].map((width) => ({
      ...{ width, metrics, trainLoss: null },
      spec: atWidth(specOf("1f-run"), width),
    }));
    const { source, printed } = writeTraining(attempt({ code: classOf("one-letter-names"), runs }));
    expect(source).toContain("for h in [5, 20]:\n    torch.manual_seed(0)\n    model = AE(h=h)\n");
    expect(printed).toBe(
      [5, 20]
        .map((h) => `h ${h}: training loss 0.5000, test loss 0.6000, loss on random data 1.2000\n`)
        .join(""),
    );
  });

  test("without a width where it was trained as it is written", () => {
    const code = classOf("one-letter-names");
    const runs = [{ width: null, spec: atWidth(specOf("1e-run"), 20), metrics, trainLoss: null }];
    expect(writeTraining(attempt({ code, runs })).source).toContain("model = AE()\n");
  });
});

describe("where the class does not make what was trained, the layers do:", () => {
  const fixed = {
    source: classOf("one-letter-names")
      .source.replace("self, h=20", "self")
      .replaceAll(/\bh\)/g, "20)")
      .replace("(h,", "(20,"),
    itemShape: [1, 64],
  };

  test("of a class whose width is a number", () => {
    const runs = [5, 40].map((width) => ({
      ...{ width, metrics, trainLoss: null },
      spec: atWidth(specOf("1f-run"), width),
    }));
    const { source } = writeTraining(attempt({ code: fixed, runs }));
    expect(source).toContain("# The class above has no parameter for its width");
    expect(source).toContain("    5: lambda: nn.Sequential(nn.Linear(64, 5), nn.Linear(5, 64)),\n");
    expect(source).toContain("for width, make_model in models.items():");
    expect(source).toContain("torch.tensor(X_train).float().view(-1, 64)");
  });

  test("of a class that was changed since", () => {
    const { source } = writeTraining(attempt({ code: classOf("homework-2a") }));
    expect(source).toContain("# The class above was changed after this was trained");
    expect(source).toContain("model = nn.Sequential(nn.Linear(64, 20), nn.Linear(20, 64))\n");
  });

  test("of code that cannot be read", () => {
    const { source } = writeTraining(attempt({ code: { source: "class X(nn.Module", itemShape: [1, 64] } }));
    expect(source).toContain("model = nn.Sequential(nn.Linear(64, 20), nn.Linear(20, 64))\n");
  });
});

describe("settings", () => {
  test("that are the homework's are said once; others are passed on", () => {
    const base = atWidth(specOf("1e-run"), 20);
    const plain = "train_model(model, x_train, epochs=50, learning_rate=0.001)\n";
    expect(writeTraining(attempt({ spec: base })).source).toContain(plain);
    const changed: ExperimentSpec = {
      ...base,
      loss: { kind: "mse", latentL1: 0.01 },
      optimizer: { kind: "adam", learningRate: 1e-7, weightDecay: 0.0001 },
      batchSize: 64,
      seed: 7,
    };
    const { source } = writeTraining(attempt({ spec: changed }));
    expect(source).toContain("torch.manual_seed(7)\n");
    expect(source).toContain(
      "epochs=50, learning_rate=1e-7, batch_size=64, weight_decay=0.0001, latent_l1=0.01)\n",
    );
  });

  test("of the data: the split and its seed, one digit, a share of it that is held out, another scaling", () => {
    const base = atWidth(specOf("1e-run"), 20);
    const withData = (dataset: Partial<ExperimentSpec["dataset"]>) =>
      writeTraining(attempt({ spec: { ...base, dataset: { ...base.dataset, ...dataset } } })).source;
    expect(withData({ split: { kind: "random", testFraction: 0.25, seed: 3 } })).toContain(
      "X_train, X_test = train_test_split(X, test_size=0.25, random_state=3)\n",
    );
    expect(withData({ split: { kind: "oneDigit", digit: 2 } })).toContain(
      "X_train, X_test = X[y == 2], X[y != 2]\n",
    );
    const held = withData({ split: { kind: "oneDigit", digit: 2, heldOutFraction: 0.2, seed: 1 } });
    expect(held).toContain(
      "X_train, X_normal = train_test_split(X[y == 2], test_size=0.2, random_state=1)\n",
    );
    expect(held).toContain("squared_errors(model, x_normal)");
    expect(withData({ scaling: "unit" })).toContain(
      "X_unit = digits.data / 16\nX_train, X_test = train_test_split(X_unit",
    );
  });
});

test("a single run prints its log in the course's format, then the three losses and the AUROC of one digit", () => {
  const spec = atWidth(specOf("3a-run"), 20);
  const runs = [{ width: 20, spec, metrics: { ...metrics, auroc: 0.98765 }, trainLoss: [1.12137, 0.98765] }];
  expect(writeTraining(attempt({ spec, runs })).printed).toBe(
    "Epoch: 0 | Train loss: 1.1214\nEpoch: 1 | Train loss: 0.9877\nTraining loss: 0.5000\nTest loss: 0.6000\nLoss on random data: 1.2000\nAUROC: 0.9877\n",
  );
});

test("models of all digits are scored by the digit that the homework asks for, once all are trained", () => {
  const runs = [5, 20].map((width) => ({
    ...{ width, metrics, trainLoss: null },
    spec: atWidth(specOf("1f-run"), width),
  }));
  const { source } = writeTraining(attempt({ runs, asked: { kind: "oneDigit", digit: 2 } }));
  const [loop, after] = source.split("\n\n# It was trained on all digits");
  expect(loop).toContain("for hidden_size in [5, 20]:");
  expect(after).toContain("\nX_train, X_test = X[y == 2], X[y != 2]\n");
  expect(after).toContain("\nerrors_1e = squared_errors(model, x_train), squared_errors(model, x_test)\n");
});

test("a penalty on the latent of a class that does not return it catches it where it is made", () => {
  const base = atWidth(specOf("3d-run"), 20);
  const spec: ExperimentSpec = {
    ...base,
    model: {
      layers: [
        { kind: "linear", in: 64, out: 32 },
        { kind: "tanh" },
        { kind: "linear", in: 32, out: 8 },
        { kind: "leakyRelu", negativeSlope: 0.1 },
        { kind: "linear", in: 8, out: 64 },
      ],
      latentAfter: 3,
    },
    loss: { kind: "mse", latentL1: 0.1 },
  };
  const { source } = writeTraining(attempt({ spec, code: { source: "", itemShape: [1, 64] } }));
  expect(source).toContain("weighted[1].register_forward_hook(self.keep)");
  expect(source).toContain("return out, F.leaky_relu(self.z, 0.1)");
  expect(source).toContain("model = WithHiddenState(nn.Sequential(");
});

test("a class with dropout is told that PyTorch's masks are others", () => {
  const base = atWidth(specOf("3d-run"), 20);
  const layers = [...base.model.layers];
  layers.splice(1, 0, { kind: "dropout", p: 0.2 });
  const { source } = writeTraining(attempt({ spec: { ...base, model: { layers, latentAfter: 0 } } }));
  expect(source).toMatch(/^# .*PyTorch draws other dropout masks than the lab/m);
});

test("an attempt without runs is refused", () => {
  expect(() => writeTraining(attempt({ runs: [] }))).toThrow(RangeError);
});
