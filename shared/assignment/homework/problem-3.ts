import type { AssignmentProblem } from "../assignment.ts";
import { RUBRICS } from "./rubrics.ts";
import { specOf } from "./specs.ts";

export const PROBLEM_3: AssignmentProblem = {
  number: 3,
  title: "Anomaly detection",
  intro: `A model that has only ever seen one kind of image should be bad at giving back any other. Then its reconstruction error tells the two apart: the **anomaly score** of an image is its mean square error over the 64 pixels. Here the kind that is normal is the digit 2.`,
  shown: [],
  parts: [
    {
      letter: "a",
      points: 6,
      rubric: RUBRICS["3a"],
      prompt: `Train the MLP autoencoder of problem 1 with a hidden size of 40 on the **digit 2 only**, then let it reconstruct all other digits too. **Plot** two histograms of the reconstruction errors in one figure: of the images in the class, and of those out of it.`,
      cells: [
        {
          kind: "run",
          id: "3a-run",
          label: "Train on the digit 2 alone",
          model: "1c-code",
          spec: specOf("problem-3", 40),
          widths: [40],
          open: ["epochs", "learningRate", "batchSize", "seed", "split"],
        },
        {
          kind: "plot",
          id: "3a-plot",
          question: "Are the reconstruction errors of other digits larger than those of the digit 2?",
          plot: "anomalyScores",
          runs: ["3a-run"],
          see: "Where the two heaps overlap, no threshold can tell the images apart. AUROC puts the overlap in one number: the chance that an image out of the class has a larger error than one in it. 1 is perfect, 0.5 a coin.",
        },
      ],
    },
    {
      letter: "b",
      points: 5,
      rubric: RUBRICS["3b"],
      prompt: "What do you **observe** in the histograms? **Explain** it.",
      cells: [{ kind: "text", id: "3b-text", label: "What you observe, and why it is so", minWords: 25 }],
    },
    {
      letter: "c",
      points: 4,
      rubric: RUBRICS["3c"],
      prompt: "What would the two histograms look like **ideally**, and why?",
      cells: [{ kind: "text", id: "3c-text", label: "The ideal histograms", minWords: 20 }],
    },
    {
      letter: "d",
      points: 15,
      rubric: RUBRICS["3d"],
      prompt: `Design a **regularized** autoencoder that separates the two better: change its capacity, add dropout, an L1 penalty on the latent, an L2 penalty on the weights (weight decay), or several of them. Train it on the digit 2, plot its histograms over those of (a), and **explain every change** that you made and what it did.

It counts whether the two are told apart better, not whether the errors are smaller. If nothing that you try helps, say what you tried and why you think it did not.`,
      cells: [
        {
          kind: "code",
          id: "3d-code",
          label: "Your regularized autoencoder",
          reads: "model",
          itemShape: [1, 64],
          starter: `import torch
import torch.nn as nn


class RegularizedAutoencoder(nn.Module):
    def __init__(self, hidden_size=40):
        super().__init__()
        # make the layers here

    def forward(self, x):
        # return the reconstruction and the hidden state: return out, z
`,
        },
        {
          kind: "run",
          id: "3d-run",
          label: "Train the regularized model on the digit 2",
          model: "3d-code",
          spec: specOf("problem-3", 40),
          widths: [],
          open: ["epochs", "learningRate", "batchSize", "seed", "weightDecay", "latentL1", "split"],
        },
        {
          kind: "plot",
          id: "3d-plot",
          question: "Does the regularized model tell them apart better than the plain one?",
          plot: "anomalyScores",
          runs: ["3d-run", "3a-run"],
          see: "Compare the two values of AUROC, not the heights of the heaps: a model whose errors are all larger has gained nothing if the heaps still overlap.",
        },
        {
          kind: "text",
          id: "3d-text",
          label: "Every change, why you made it, and what it did",
          minWords: 40,
        },
      ],
    },
  ],
};
