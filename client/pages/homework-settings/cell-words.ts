import type { CellKind, OpenField, PlotKind } from "../../../shared/assignment/assignment.ts";

const KINDS: Readonly<Record<CellKind, string>> = {
  digits: "images shown",
  number: "a number",
  text: "a text",
  code: "a class in Python",
  run: "training",
  plot: "a plot of runs",
};

/** What a cell asks for, as an instructor calls it. */
export function nameKind(kind: CellKind): string {
  return KINDS[kind];
}

const PLOTS: Readonly<Record<PlotKind, string>> = {
  errorByWidth: "error by hidden size or kernels",
  randomByWidth: "error on random data by hidden size or kernels",
  anomalyScores: "anomaly scores, normal and not",
};

export function namePlot(plot: PlotKind): string {
  return PLOTS[plot];
}

const OPEN: Readonly<Record<OpenField, string>> = {
  widths: "hidden sizes or kernels",
  epochs: "epochs",
  learningRate: "learning rate",
  batchSize: "batch size",
  seed: "seed",
  weightDecay: "weight decay",
  latentL1: "L1 on the latent",
  split: "the split",
};

/** A hyperparameter that students may change. */
export function nameOpen(field: OpenField): string {
  return OPEN[field];
}
