import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import { hasWeights } from "./layers.ts";

/** The name of the class that `writeHiddenState` writes. */
export const WITH_HIDDEN_STATE = "WithHiddenState";

/**
 * A class around a model that returns its reconstruction alone, for penalties on the latent: it catches what the last layer
 * with weights at or before `latentAfter` gives, and does to it what the layers up to `latentAfter` do.
 */
export function writeHiddenState({ layers, latentAfter }: ExperimentSpec["model"]): readonly string[] {
  const from = layers.findLastIndex((layer, i) => i <= latentAfter && hasWeights(layer));
  const place = layers.slice(0, from).filter(hasWeights).length;
  const latent = layers.slice(from + 1, latentAfter + 1).reduce(apply, "self.z");
  return [
    `class ${WITH_HIDDEN_STATE}(nn.Module):`,
    '    """The model returns its reconstruction alone; the penalty needs its hidden state too."""',
    "",
    "    def __init__(self, model):",
    "        super().__init__()",
    "        self.model = model",
    "        weighted = [layer for layer in model.modules()",
    "                    if isinstance(layer, (nn.Linear, nn.Conv2d, nn.ConvTranspose2d))]",
    `        weighted[${place}].register_forward_hook(self.keep)`,
    "",
    "    def keep(self, layer, inputs, output):",
    "        self.z = output",
    "",
    "    def forward(self, x):",
    "        out = reconstruct(self.model, x)[0]",
    `        return out, ${latent}`,
  ];
}

/** What a layer without weights does, as an expression; shapes do not matter for a mean. */
function apply(z: string, layer: Layer): string {
  switch (layer.kind) {
    case "relu":
    case "sigmoid":
    case "tanh":
      return `torch.${layer.kind}(${z})`;
    case "leakyRelu":
      return `F.leaky_relu(${z}, ${layer.negativeSlope})`;
    case "dropout":
      return `F.dropout(${z}, ${layer.p}, self.training)`;
    case "maxPool2d":
      return `F.max_pool2d(${z}, ${layer.kernel})`;
    case "upsample2d":
    case "flatten":
    case "unflatten":
    case "linear":
    case "conv2d":
    case "convTranspose2d":
      return z;
    default:
      return layer satisfies never;
  }
}
