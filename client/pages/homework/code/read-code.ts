import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import { type Result, success } from "../../../../shared/result.ts";
import type { Complaint } from "../../../pytorch/complaint.ts";
import { type ReadDataset, readDataset } from "../../../pytorch/dataset/read-dataset.ts";
import { type ReadModel, readModel } from "../../../pytorch/model/read-model.ts";

/** What a code cell's class was found to be. */
export type ReadCode =
  | { readonly kind: "model"; readonly model: ReadModel }
  | { readonly kind: "dataset"; readonly dataset: ReadDataset };
export type CodeReading = Result<ReadCode, readonly Complaint[]>;

/** What is read of a code cell: whether it is a model or a Dataset, and of which items. */
export type Readable = Pick<CellOf<"code">, "reads" | "itemShape">;

/** Reads a code cell's class. Nothing is executed; a failure says where and what to do. */
export function readCode({ reads, itemShape }: Readable, source: string): CodeReading {
  if (reads === "model") {
    const read = readModel(source, { inputShape: inputShapeOf(itemShape) });
    return read.ok ? success({ kind: "model", model: read.value }) : read;
  }
  const read = readDataset(source, { itemShape });
  return read.ok ? success({ kind: "dataset", dataset: read.value }) : read;
}

/** The input that a class for such items is followed with: a row may come as (1, 64) or as (64,). */
export function inputShapeOf(itemShape: readonly number[]): readonly number[] {
  return itemShape.length === 2 ? [64] : itemShape;
}
