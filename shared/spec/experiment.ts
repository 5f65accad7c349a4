import * as z from "zod/mini";
import { type Complaint, explain } from "../explain.ts";
import { MAX_EPOCHS, MAX_FORWARD_MACS, MAX_LAYERS, MAX_PARAMETERS, MAX_SEED } from "../limits.ts";
import { failure, type Result, success } from "../result.ts";
import { forwardMacs } from "./cost.ts";
import { Layer } from "./layers.ts";
import { countParameters } from "./parameters.ts";
import { layerShapes, sizeOf } from "./shapes.ts";
import { splitComplaint } from "./split-complaint.ts";

const seed = z.int().check(z.minimum(0), z.maximum(MAX_SEED));
const fraction = z.number().check(z.gt(0), z.lt(1));
const nonNegative = z.number().check(z.minimum(0), z.maximum(1e6));

export const Split = z.discriminatedUnion("kind", [
  /** sklearn's `train_test_split(X, test_size=testFraction, random_state=seed)`. */
  z.strictObject({ kind: z.literal("random"), testFraction: fraction, seed }),
  /** Train on one digit, test on every other; `heldOutFraction` of the digit may be kept to be scored as normal. */
  z.strictObject({
    kind: z.literal("oneDigit"),
    digit: z.int().check(z.minimum(0), z.maximum(9)),
    heldOutFraction: z.optional(fraction),
    seed: z.optional(seed),
  }),
]);
export type Split = z.infer<typeof Split>;

/** What is trained on and what is scored. */
export const Dataset = z.strictObject({
  id: z.literal("digits"),
  scaling: z.enum(["standardize", "unit", "none"]),
  split: Split,
});
export type Dataset = z.infer<typeof Dataset>;

/** Layers whose shapes are not checked yet, and which of them makes the latent. */
export const Model = z.strictObject({
  layers: z.array(Layer).check(z.minLength(1), z.maxLength(MAX_LAYERS)),
  latentAfter: z._default(z.int().check(z.minimum(0)), 0),
});

/**
 * Everything that fixes a run but its hardware (version 1). Fields with a default are written out in the parsed
 * value, so that a spec has one canonical form and one id.
 */
export const ExperimentSpec = z
  .strictObject({
    version: z.literal(1),
    dataset: Dataset,
    model: Model,
    loss: z.strictObject({ kind: z.literal("mse"), latentL1: z._default(nonNegative, 0) }),
    optimizer: z.strictObject({
      kind: z.literal("adam"),
      learningRate: z.number().check(z.gt(0), z.maximum(1e6)),
      weightDecay: z._default(nonNegative, 0),
    }),
    epochs: z.int().check(z.minimum(1), z.maximum(MAX_EPOCHS)),
    batchSize: z.union([z.literal("full"), z.int().check(z.minimum(1), z.maximum(1_797))]),
    seed,
  })
  .check((context) => {
    for (const { path, message } of modelComplaints(context.value)) {
      context.issues.push({ code: "custom", message, path: [...path], input: context.value });
    }
  });
export type ExperimentSpec = z.infer<typeof ExperimentSpec>;

/** Reads a spec from foreign data; a failure names the field, what was expected there and what came. */
export function parseSpec(input: unknown): Result<ExperimentSpec, Complaint> {
  const parsed = ExperimentSpec.safeParse(input);
  return parsed.success ? success(parsed.data) : failure(explain(parsed.error, input));
}

type ModelComplaint = { readonly path: readonly (string | number)[]; readonly message: string };

/** What the fields alone cannot say: shapes that meet, an autoencoder's ends, and a size that the Worker can score. */
function modelComplaints(spec: ExperimentSpec): readonly ModelComplaint[] {
  const { layers, latentAfter } = spec.model;
  const path = ["model", "layers"];
  const split = splitComplaint(spec.dataset.split);
  if (split !== null) return [{ path: ["dataset", "split", split.path], message: split.message }];
  if (latentAfter >= layers.length) {
    return [
      {
        path: ["model", "latentAfter"],
        message: `expected the index of one of the ${layers.length} layers, got ${latentAfter}`,
      },
    ];
  }
  const shapes = layerShapes(layers);
  if (!shapes.ok) return [{ path: [...path, shapes.error.layer], message: shapes.error.message }];
  const last = shapes.value.at(-1);
  if (last !== undefined && sizeOf(last) !== 64) {
    return [
      {
        path: [...path, layers.length - 1],
        message: `the last layer must give the 64 pixels of an image, got ${sizeOf(last)} numbers`,
      },
    ];
  }
  const parameters = countParameters(layers);
  if (parameters === 0)
    return [
      { path, message: "no layer has weights, so there is nothing to train; add a linear or conv2d layer" },
    ];
  if (parameters > MAX_PARAMETERS)
    return [{ path, message: `expected at most ${MAX_PARAMETERS} parameters, got ${parameters}` }];
  const macs = forwardMacs(layers, shapes.value);
  return macs > MAX_FORWARD_MACS
    ? [
        {
          path,
          message: `one image takes ${macs} multiply-adds; the lab checks models of up to ${MAX_FORWARD_MACS}`,
        },
      ]
    : [];
}
