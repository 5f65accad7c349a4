import fc from "fast-check";
import { expect, test } from "vitest";
import { readModel } from "../../../client/pytorch/model/read-model.ts";
import type { Layer } from "../../../shared/spec/layers.ts";

/** How a student may write the same chain of layers. */
const STYLES = ["attributes", "sequential", "moduleList", "functions"] as const;
type Style = (typeof STYLES)[number];

const activation = fc.constantFrom<Layer | null>(
  null,
  { kind: "relu" },
  { kind: "sigmoid" },
  { kind: "tanh" },
  { kind: "leakyRelu", negativeSlope: 0.2 },
);

/** Linear layers 64 -> ... -> 64, or convolutions 1 -> ... -> 1, with or without activations behind them. */
const chain = fc
  .record({
    isConvolution: fc.boolean(),
    sizes: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
    activations: fc.array(activation, { minLength: 5, maxLength: 5 }),
  })
  .map(({ isConvolution, sizes, activations }): readonly Layer[] => {
    const end = isConvolution ? 1 : 64;
    const widths = [end, ...sizes, end];
    return widths.slice(1).flatMap((out, i): readonly Layer[] => {
      const from = widths[i] ?? end;
      const made: Layer = isConvolution
        ? { kind: "conv2d", in: from, out, kernel: 3, padding: 1 }
        : { kind: "linear", in: from, out };
      const after = activations[i] ?? null;
      return after === null ? [made] : [made, after];
    });
  });

function madeBy(layer: Layer): string {
  switch (layer.kind) {
    case "linear":
      return `nn.Linear(${layer.in}, ${layer.out})`;
    case "conv2d":
      return `nn.Conv2d(${layer.in}, ${layer.out}, kernel_size=${layer.kernel}, padding=${layer.padding})`;
    case "leakyRelu":
      return `nn.LeakyReLU(${layer.negativeSlope})`;
    case "relu":
      return "nn.ReLU()";
    default:
      return layer.kind === "tanh" ? "nn.Tanh()" : "nn.Sigmoid()";
  }
}

function functional(layer: Layer): string | null {
  switch (layer.kind) {
    case "relu":
      return "F.relu(x)";
    case "leakyRelu":
      return `F.leaky_relu(x, negative_slope=${layer.negativeSlope})`;
    case "tanh":
    case "sigmoid":
      return `torch.${layer.kind}(x)`;
    default:
      return null;
  }
}

function write(layers: readonly Layer[], style: Style): string {
  const made = layers.map(madeBy);
  const init: string[] = [];
  const forward: string[] = [];
  if (style === "sequential") {
    init.push(`self.net = nn.Sequential(${made.join(", ")})`);
    forward.push("x = self.net(x)");
  } else if (style === "moduleList") {
    init.push("self.layers = nn.ModuleList()", ...made.map((layer) => `self.layers.append(${layer})`));
    forward.push("for layer in self.layers:", "    x = layer(x)");
  } else {
    for (const [i, layer] of layers.entries()) {
      const call = style === "functions" ? functional(layer) : null;
      if (call === null) init.push(`self.layer_${i} = ${made[i]}`);
      forward.push(`x = ${call ?? `self.layer_${i}(x)`}`);
    }
  }
  const indent = (lines: readonly string[]) => lines.map((line) => `        ${line}\n`).join("");
  return `class Net(nn.Module):
    def __init__(self):
        super().__init__()
${indent(init)}
    def forward(self, x):
${indent(forward)}        return x
`;
}

test("any chain of layers is read as itself, however it is written", () => {
  fc.assert(
    fc.property(chain, fc.constantFrom(...STYLES), (layers, style) => {
      const read = readModel(write(layers, style));
      expect(read.ok ? read.value.layers : read.error).toEqual(layers);
    }),
    { numRuns: 300, seed: 11 },
  );
});
