import type { Mt19937 } from "../random/mt19937.ts";
import { randperm } from "../random/torch.ts";

/** The examples of one step: all of train where `rows` is null. */
export type Batch = {
  readonly epoch: number;
  readonly rows: Int32Array | null;
  readonly count: number;
  readonly endsEpoch: boolean;
};

/**
 * Every batch of a run in order: for a numeric size one `randperm` an epoch from the generator that drew the first
 * weights, as PyTorch's loop in the course does it; the last short batch is kept.
 */
export function* listBatches(
  { epochs, batchSize }: { readonly epochs: number; readonly batchSize: "full" | number },
  examples: number,
  generator: Mt19937,
): Generator<Batch, void> {
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (batchSize === "full") {
      yield { epoch, rows: null, count: examples, endsEpoch: true };
      continue;
    }
    const order = randperm(generator, examples);
    for (let start = 0; start < examples; start += batchSize) {
      const rows = order.subarray(start, start + batchSize);
      yield { epoch, rows, count: rows.length, endsEpoch: start + batchSize >= examples };
    }
  }
}
