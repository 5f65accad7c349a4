import type { RubricItem } from "../assignment.ts";

/**
 * What each part of the built-in homework gives points for; they add up to the part's. Items with a cell are proposed by the lab, the
 * others are for people to judge.
 */
export const RUBRICS = {
  "1a": [{ id: "pixels", label: "64 neurons, one for each pixel", points: 2, cell: "1a-number" }],
  "1b": [{ id: "pixels", label: "64 neurons, as the output is an image too", points: 2, cell: "1b-number" }],
  "1c": [
    { id: "trains", label: "The lab reads the class and has trained it", points: 2, cell: "1e-run" },
    { id: "layers", label: "Exactly one hidden layer, of hidden_size neurons", points: 2 },
    { id: "linear", label: "No activation function", points: 1 },
    { id: "returns", label: "Returns the reconstruction and the hidden state", points: 1 },
  ],
  "1d": [
    { id: "written", label: "The class is written", points: 1, cell: "1d-code" },
    { id: "shape", label: "Hands out one example of shape (1, 64)", points: 2 },
    { id: "type", label: "As a float32 tensor", points: 1 },
    { id: "length", label: "Its length is the number of examples", points: 1 },
  ],
  "1e": [
    { id: "trained", label: "Trained and tested with a hidden size of 5", points: 4, cell: "1e-run" },
    { id: "settings", label: "As asked: 50 epochs, a learning rate of 0.001, one batch", points: 2 },
  ],
  "1f": [
    { id: "trained", label: "Trained with every hidden size", points: 2, cell: "1f-run" },
    { id: "plot", label: "Training and test error against the hidden size", points: 1, cell: "1f-plot" },
    { id: "observes", label: "Says that both fall, fast at first, and stay close to each other", points: 2 },
    { id: "explains", label: "Explains it by what a hidden layer of that size can keep", points: 2 },
  ],
  "1g": [
    { id: "plot", label: "Error on random data against the hidden size", points: 2, cell: "1g-plot" },
    { id: "observes", label: "Says that it stays high and falls slowly", points: 1 },
    { id: "explains", label: "Explains it: random pixels say nothing about each other", points: 3 },
    { id: "compares", label: "Compares it with (f)", points: 1 },
  ],
  "2a": [
    { id: "trains", label: "The lab reads the class and has trained it", points: 2, cell: "2c-run" },
    { id: "kernels", label: "One hidden layer of num_kernels kernels of 3 × 3", points: 2 },
    { id: "padding", label: "Padded, so that images stay 8 × 8", points: 1 },
    { id: "linear", label: "No activation function", points: 1 },
    { id: "returns", label: "Returns the reconstruction and the hidden state", points: 1 },
  ],
  "2b": [
    { id: "written", label: "The class is written", points: 1, cell: "2b-code" },
    { id: "shape", label: "Hands out one example of shape (1, 8, 8)", points: 2 },
    { id: "type", label: "As a float32 tensor", points: 1 },
    { id: "length", label: "Its length is the number of examples", points: 1 },
  ],
  "2c": [
    { id: "trained", label: "Trained and tested with 80 kernels", points: 5, cell: "2c-run" },
    {
      id: "settings",
      label: "As in problem 1 (e): 50 epochs, a learning rate of 0.001, one batch",
      points: 3,
    },
  ],
  "2d": [
    { id: "trained", label: "Trained with every number of kernels", points: 3, cell: "2d-run" },
    {
      id: "plot",
      label: "Training and test error against the number of kernels",
      points: 2,
      cell: "2d-plot",
    },
    {
      id: "observes",
      label: "Says how it differs from 1 (f): a few kernels already do better than the widest MLP",
      points: 3,
    },
    { id: "counts", label: "Counts the numbers that each hidden layer holds", points: 3 },
    {
      id: "explains",
      label: "Explains it: room is not what keeps a few kernels from copying the image",
      points: 4,
    },
  ],
  "3a": [
    { id: "trained", label: "Trained on the digit 2 alone", points: 3, cell: "3a-run" },
    { id: "plot", label: "Both histograms in one figure", points: 3, cell: "3a-plot" },
  ],
  "3b": [
    { id: "written", label: "An answer is written", points: 1, cell: "3b-text" },
    { id: "observes", label: "Says where the two lie, and that they overlap", points: 2 },
    {
      id: "explains",
      label: "Explains it: what was never seen is rebuilt worse, but what looks alike is not",
      points: 2,
    },
  ],
  "3c": [
    { id: "written", label: "An answer is written", points: 1, cell: "3c-text" },
    { id: "apart", label: "Two heaps that do not overlap, that of the class near 0", points: 2 },
    {
      id: "explains",
      label: "Says why: one threshold would then tell them apart without a mistake",
      points: 1,
    },
  ],
  "3d": [
    { id: "trained", label: "A regularized model is trained on the digit 2", points: 2, cell: "3d-run" },
    { id: "plot", label: "Its histograms over those of (a)", points: 2, cell: "3d-plot" },
    { id: "design", label: "Regularizes in a way that fits the aim", points: 3 },
    { id: "explains", label: "Explains every change, and what it did", points: 5 },
    {
      id: "judges",
      label: "Judges by how well the two are told apart, and says so where nothing helped",
      points: 3,
    },
  ],
} satisfies Readonly<Record<string, RubricItem[]>>;
