import type { GeneratorState, Mt19937 } from "../random/mt19937.ts";
import { randperm } from "../random/torch.ts";

/** The examples of one step: all of train where `rows` is null. */
export type Batch = {
  readonly epoch: number;
  /** Counts the batches of its epoch from 0. */
  readonly index: number;
  readonly rows: Int32Array | null;
  readonly count: number;
  readonly endsEpoch: boolean;
  /** The generator as it was when the epoch began: it draws this epoch's order again. */
  readonly order: GeneratorState;
};

/** Where the next batch is taken from. */
export type BatchPlace = { readonly epoch: number; readonly batch: number; readonly order: GeneratorState };

/**
 * Every batch of a run in order: for a numeric size one `randperm` an epoch from the generator that drew the first
 * weights, as PyTorch's loop in the course does it; the last short batch is kept. A resumed run begins at `from`, with a
 * generator in the state of `from.order`. Throws RangeError for a batch that the epoch does not have.
 */
export function* listBatches(
  { epochs, batchSize }: { readonly epochs: number; readonly batchSize: "full" | number },
  examples: number,
  generator: Mt19937,
  from: { readonly epoch: number; readonly batch: number } = { epoch: 0, batch: 0 },
): Generator<Batch, void> {
  let order = generator.save();
  for (let { epoch, batch: skipped } = from; epoch < epochs; epoch++, skipped = 0) {
    if (batchSize === "full") {
      yield { epoch, index: 0, rows: null, count: examples, endsEpoch: true, order };
      continue;
    }
    order = generator.save();
    const rows = randperm(generator, examples);
    if (skipped * batchSize >= examples) throw new RangeError(`an epoch has no batch ${skipped}`);
    for (let index = skipped; index * batchSize < examples; index++) {
      const some = rows.subarray(index * batchSize, (index + 1) * batchSize);
      const endsEpoch = (index + 1) * batchSize >= examples;
      yield { epoch, index, rows: some, count: some.length, endsEpoch, order };
    }
  }
}

/** Where a run stands once `batch` is done, as long as `generator` gave nothing after it. */
export function placeAfter({ epoch, index, endsEpoch, order }: Batch, generator: Mt19937): BatchPlace {
  return endsEpoch
    ? { epoch: epoch + 1, batch: 0, order: generator.save() }
    : { epoch, batch: index + 1, order };
}
