import { type Accessor, createMemo } from "solid-js";
import { reconstructionErrors } from "../../../shared/metrics/reconstruction-error.ts";
import { applyAffine, isAffine } from "../../../shared/model/affine-map.ts";
import { forward } from "../../../shared/model/forward.ts";
import { forwardMacs } from "../../../shared/spec/cost.ts";
import { layerShapes } from "../../../shared/spec/shapes.ts";
import { type Analysis, createAnalysis, readFinding } from "../../state/analysis.ts";
import type { ViewedRun } from "../viewed-run.ts";

/** An image [64] and what a model makes of it; the two belong together. */
export type Reconstruction = {
  readonly image: Float32Array;
  readonly reconstruction: Float32Array;
  readonly error: number;
};

/** Multiply-adds that the page itself can do in every frame, on a phone: some 2 ms. Wider models run beside it. */
const MACS_A_FRAME = 200_000;

/** Where an image is run: through the affine map that a whole model may come to, layer by layer on the page, or beside it. */
export function chooseWay({ model }: ViewedRun["spec"]): "map" | "here" | "beside" {
  if (isAffine(model)) return "map";
  const shapes = layerShapes(model.layers);
  return shapes.ok && forwardMacs(model.layers, shapes.value) <= MACS_A_FRAME ? "here" : "beside";
}

/**
 * What a model makes of an image that changes with every frame: `found` is null before the first, `problem` says why there is none.
 * Of images run beside the page, the last.
 */
export function createReconstruction(
  run: Accessor<ViewedRun>,
  image: Accessor<Float32Array>,
): { readonly found: Accessor<Reconstruction | null>; readonly problem: Accessor<string | null> } {
  const way = createMemo(() => chooseWay(run().spec));
  const map = createAnalysis("affineMap", () => {
    const { key, spec, weights } = run();
    return way() === "map" ? { key, question: { spec, weights } } : null;
  });
  let images = 0;
  const beside = createAnalysis("rebuiltImage", () => {
    const { key, spec, weights } = run();
    if (way() !== "beside") return null;
    return { key: `${key} ${images++}`, question: { spec, weights, image: image() } };
  });
  const found = createMemo((): Reconstruction | null => {
    const { spec, weights } = run();
    const where = way();
    switch (where) {
      case "map": {
        const known = readFinding(map());
        return known && pair(image(), Float32Array.from(applyAffine(known, image())));
      }
      case "here":
        return pair(image(), forward(spec.model, weights, image()).output);
      case "beside": {
        const last = readFinding(beside());
        return last && pair(last.image, last.reconstruction);
      }
      default:
        return where satisfies never;
    }
  });
  return { found, problem: () => messageOf(map()) ?? messageOf(beside()) };
}

function messageOf(analysis: Analysis<unknown>): string | null {
  return analysis.status === "failed" ? analysis.message : null;
}

function pair(image: Float32Array, reconstruction: Float32Array): Reconstruction {
  return { image, reconstruction, error: reconstructionErrors(image, reconstruction)[0] ?? Number.NaN };
}
