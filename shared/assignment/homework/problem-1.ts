import type { AssignmentProblem } from "../assignment.ts";
import { RUBRICS } from "./rubrics.ts";
import { specOf } from "./specs.ts";

/** The images have 8 × 8 pixels, and an MLP autoencoder takes and gives one number for each. */
const PIXELS = { value: 64, tolerance: 0 };

export const PROBLEM_1: AssignmentProblem = {
  number: 1,
  title: "MLP autoencoders",
  intro: `The data are handwritten digits: each example is an image of 8 × 8 pixels with a value from 0 to 16 a pixel, and the digit that it shows. For an MLP an image is a row of 64 numbers. They are standardized: the mean over all pixels is taken off, and what is left is divided by the standard deviation over all pixels.

Here are three of them.`,
  shown: [{ kind: "digits", id: "1-digits", count: 3, seed: 0 }],
  parts: [
    {
      letter: "a",
      points: 2,
      rubric: RUBRICS["1a"],
      prompt: "How many neurons does the **input layer** of an MLP autoencoder for these images have?",
      cells: [{ kind: "number", id: "1a-number", label: "Neurons of the input layer", expected: PIXELS }],
    },
    {
      letter: "b",
      points: 2,
      rubric: RUBRICS["1b"],
      prompt: "How many neurons does its **output layer** have?",
      cells: [{ kind: "number", id: "1b-number", label: "Neurons of the output layer", expected: PIXELS }],
    },
    {
      letter: "c",
      points: 6,
      rubric: RUBRICS["1c"],
      prompt: `Write a PyTorch class for an MLP autoencoder with **exactly one hidden layer**, of \`hidden_size\` neurons (5 unless told otherwise), and **no activation function**. Return the reconstruction and the hidden state.

The lab reads your class as you type and shows the layers that it found.`,
      cells: [
        {
          kind: "code",
          id: "1c-code",
          label: "Your MLP autoencoder",
          reads: "model",
          itemShape: [1, 64],
          starter: `import torch
import torch.nn as nn


class Autoencoder(nn.Module):
    def __init__(self, num_hidden_layers=1, hidden_size=5):
        super().__init__()
        # make the layers here

    def forward(self, x):
        # return the reconstruction and the hidden state: return out, z
`,
        },
      ],
    },
    {
      letter: "d",
      points: 5,
      rubric: RUBRICS["1d"],
      prompt: `Write a PyTorch \`Dataset\` that hands out one example at a time as a **float32 tensor of shape (1, 64)**. It is given all images as a NumPy array of shape (N, 64), and their labels.`,
      cells: [
        {
          kind: "code",
          id: "1d-code",
          label: "Your Dataset of rows",
          reads: "dataset",
          itemShape: [1, 64],
          starter: `import torch
from torch.utils.data import Dataset


class DigitsDataset(Dataset):
    def __init__(self, X, y):
        # keep what you need

    def __len__(self):
        # the number of examples

    def __getitem__(self, idx):
        # one example, a float32 tensor of shape (1, 64)
`,
        },
      ],
    },
    {
      letter: "e",
      points: 6,
      rubric: RUBRICS["1e"],
      prompt: `Train your autoencoder with a hidden size of 5 on one half of the data and test it on the other: 50 epochs, Adam with a learning rate of 0.001, all training images in one batch, mean square error.

Give the log of the training loss by epoch, then the **training loss**, the **test loss** and the **loss on random data**, 50 examples of \`torch.randn(50, 64)\`.`,
      cells: [
        {
          kind: "run",
          id: "1e-run",
          label: "Train and test with a hidden size of 5",
          model: "1c-code",
          spec: specOf("problem-1", 5),
          widths: [5],
          open: ["epochs", "learningRate", "batchSize", "seed"],
        },
      ],
    },
    {
      letter: "f",
      points: 7,
      rubric: RUBRICS["1f"],
      prompt: `Train it again with hidden sizes of 5, 20, 40, 80, 100 and 200. **Plot** training and test error against the hidden size. What do you **observe**? **Explain** it.`,
      cells: [
        {
          kind: "run",
          id: "1f-run",
          label: "Train every hidden size",
          model: "1c-code",
          spec: specOf("problem-1", 5),
          widths: [5, 20, 40, 80, 100, 200],
          open: ["widths", "epochs", "learningRate", "batchSize", "seed"],
        },
        {
          kind: "plot",
          id: "1f-plot",
          question: "How do training and test error change with the hidden size?",
          plot: "errorByWidth",
          runs: ["1f-run"],
          see: "Look at how fast the error falls and where it stops falling, at how far apart the training and the test line are, and at how far both are from the PCA floor, the least error that any linear model of that hidden size can reach.",
        },
        {
          kind: "text",
          id: "1f-text",
          label: "What you observe, and why it is so",
          minWords: 30,
        },
      ],
    },
    {
      letter: "g",
      points: 7,
      rubric: RUBRICS["1g"],
      prompt: `Give 50 examples of random data, \`torch.randn(50, 64)\`, to each of the models of (f) and **plot** the error against the hidden size. What do you **observe**? **Explain** it, and compare it with (f).`,
      cells: [
        {
          kind: "plot",
          id: "1g-plot",
          question: "How well does each model give back random data?",
          plot: "randomByWidth",
          runs: ["1f-run"],
          see: "Random data have no structure that could be learned: each pixel says nothing about the others. Ask what a model must be able to do to give them back all the same.",
        },
        {
          kind: "text",
          id: "1g-text",
          label: "What you observe, and why it is so",
          minWords: 30,
        },
      ],
    },
  ],
};
