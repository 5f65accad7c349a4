import type { AssignmentProblem } from "../assignment.ts";
import { RUBRICS } from "./rubrics.ts";
import { specOf } from "./specs.ts";

export const PROBLEM_2: AssignmentProblem = {
  number: 2,
  title: "Convolutional autoencoders",
  intro: `A convolution keeps an image an image: each kernel looks at every place in the same way, and its answers are an image of their own. The data and the split are those of problem 1; now an example is one channel of 8 × 8 pixels.`,
  shown: [],
  parts: [
    {
      letter: "a",
      points: 7,
      rubric: RUBRICS["2a"],
      prompt: `Write a PyTorch class for a convolutional autoencoder with **one hidden layer** of \`num_kernels\` kernels of 3 × 3, padded so that the images **stay 8 × 8**, and **no activation function**. Return the reconstruction and the hidden state.`,
      cells: [
        {
          kind: "code",
          id: "2a-code",
          label: "Your convolutional autoencoder",
          reads: "model",
          itemShape: [1, 8, 8],
          starter: `import torch
import torch.nn as nn


class ConvAutoencoder(nn.Module):
    def __init__(self, num_kernels=80):
        super().__init__()
        # make the layers here

    def forward(self, x):
        # return the reconstruction and the hidden state: return out, z
`,
        },
      ],
    },
    {
      letter: "b",
      points: 5,
      rubric: RUBRICS["2b"],
      prompt: `Write the \`Dataset\` for it: each item is a **float32 tensor of shape (1, 8, 8)**, one channel of 8 × 8 pixels.`,
      cells: [
        {
          kind: "code",
          id: "2b-code",
          label: "Your Dataset of images",
          reads: "dataset",
          itemShape: [1, 8, 8],
          starter: `import torch
from torch.utils.data import Dataset


class DigitsImageDataset(Dataset):
    def __init__(self, X, y):
        # keep what you need

    def __len__(self):
        # the number of examples

    def __getitem__(self, idx):
        # one example, a float32 tensor of shape (1, 8, 8)
`,
        },
      ],
    },
    {
      letter: "c",
      points: 8,
      rubric: RUBRICS["2c"],
      prompt: `Train and test it with **80 kernels**, in the same way as in problem 1 (e). Give the log, the training loss, the test loss and the loss on random data.`,
      cells: [
        {
          kind: "run",
          id: "2c-run",
          label: "Train and test with 80 kernels",
          model: "2a-code",
          spec: specOf("problem-2", 80),
          widths: [80],
          open: ["epochs", "learningRate", "batchSize", "seed"],
        },
      ],
    },
    {
      letter: "d",
      points: 15,
      rubric: RUBRICS["2d"],
      prompt: `Train it with 1, 5, 20, 40, 80 and 200 kernels and **plot** training and test error against the number of kernels. **Compare** the plot with that of problem 1 (f): what is different, and **why**? Count the numbers that each hidden layer holds.`,
      cells: [
        {
          kind: "run",
          id: "2d-run",
          label: "Train every number of kernels",
          model: "2a-code",
          spec: specOf("problem-2", 80),
          widths: [1, 5, 20, 40, 80, 200],
          open: ["widths", "epochs", "learningRate", "batchSize", "seed"],
        },
        {
          kind: "plot",
          id: "2d-plot",
          question:
            "How do training and test error change with the number of kernels, and how with the hidden size?",
          plot: "errorByWidth",
          runs: ["2d-run", "1f-run"],
          see: "A hidden layer of k kernels holds 64 k numbers for each image: one kernel already has room for all 64 pixels. So ask what keeps a few kernels from copying the image at once, if it is not the room.",
        },
        {
          kind: "text",
          id: "2d-text",
          label: "What is different from problem 1 (f), and why",
          minWords: 40,
        },
      ],
    },
  ],
};
