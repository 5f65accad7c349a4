import { createInterface } from "node:readline";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { type Done, Order } from "../protocol.ts";

/** A contender's main loop: an answer for each order on standard input, until that ends. */
export async function answerOrders(train: (order: Order) => Promise<Done>): Promise<void> {
  for await (const line of createInterface(process.stdin)) {
    const answer = await train(Order.parse(JSON.parse(line))).catch((error: unknown) => ({
      error: error instanceof Error ? error.message : String(error),
    }));
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

/** Images [n * 64] as an order holds them. */
export function readImages(base64: string): Float32Array<ArrayBuffer> {
  return new Float32Array(Uint8Array.from(Buffer.from(base64, "base64")).buffer);
}

/** Trains the specs of an order one after another, and adds up what they took. */
export async function trainAll(
  order: Order,
  trainOne: (spec: ExperimentSpec, order: Order) => Promise<Done>,
): Promise<Done> {
  const all: Done[] = [];
  for (const spec of order.specs) all.push(await trainOne(spec, order));
  return {
    trainMs: all.reduce((sum, { trainMs }) => sum + trainMs, 0),
    scoreMs: all.reduce((sum, { scoreMs }) => sum + scoreMs, 0),
    runs: all.flatMap(({ runs }) => runs),
  };
}
