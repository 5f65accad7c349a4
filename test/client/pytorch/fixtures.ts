import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import { Layer } from "../../../shared/spec/layers.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));

export type Fixture = { readonly name: string; readonly source: string; readonly expected: string };

/** The classes of a folder, each with the text of the file beside it: what it reads as, or its complaints. */
export function readFixtures(folder: "accepted" | "refused" | "datasets"): readonly Fixture[] {
  return readdirSync(`${HERE}${folder}`)
    .filter((file) => file.endsWith(".py"))
    .map((file) => {
      const path = `${HERE}${folder}/${file.slice(0, -".py".length)}`;
      const beside = existsSync(`${path}.json`) ? `${path}.json` : `${path}.txt`;
      return {
        name: file.slice(0, -".py".length),
        source: readFileSync(`${path}.py`, "utf8"),
        expected: readFileSync(beside, "utf8"),
      };
    });
}

export const ExpectedModel = z.strictObject({
  model: z.strictObject({
    className: z.string(),
    layers: z.array(Layer),
    latentAfter: z.int(),
    returnsLatent: z.boolean(),
    inputShape: z.array(z.int()),
    parameters: z.array(
      z.strictObject({
        name: z.string(),
        value: z.nullable(z.union([z.number(), z.boolean(), z.string()])),
        source: z.enum(["set", "default", "homework"]),
        line: z.int(),
        column: z.int(),
      }),
    ),
  }),
});

export const ExpectedDataset = z.strictObject({
  dataset: z.strictObject({ className: z.string(), itemShape: z.array(z.int()), item: z.string() }),
});
