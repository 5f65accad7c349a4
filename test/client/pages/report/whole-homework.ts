import type { Answer } from "../../../../shared/assignment/answers.ts";
import { acceptedDataset, SIGNED, type Solution } from "./solve-homework.ts";

const MLP = `import torch
import torch.nn as nn


class Autoencoder(nn.Module):
    """64 - hidden_size - 64, without an activation."""

    def __init__(self, num_hidden_layers=1, hidden_size=5):
        super().__init__()
        self.linear_1 = nn.Linear(64, hidden_size)  # this is the encoder: 64 numbers come in, and as many as hidden_size go out of it to the decoder
        self.linear_2 = nn.Linear(hidden_size, 64)

    def forward(self, x):
        z = self.linear_1(x)
        out = self.linear_2(z)
        return out, z
`;

const CNN = `import torch
import torch.nn as nn


class ConvAutoencoder(nn.Module):
    def __init__(self, num_kernels=80):
        super().__init__()
        self.conv_1 = nn.Conv2d(1, num_kernels, kernel_size=3, padding=1)
        self.conv_2 = nn.Conv2d(num_kernels, 1, kernel_size=3, padding=1)

    def forward(self, x):
        z = self.conv_1(x)
        out = self.conv_2(z)
        return out, z
`;

const REGULARIZED = `import torch
import torch.nn as nn


class RegularizedAutoencoder(nn.Module):
    def __init__(self, hidden_size=10):
        super().__init__()
        self.linear_1 = nn.Linear(64, hidden_size)
        self.relu = nn.ReLU()
        self.linear_2 = nn.Linear(hidden_size, 64)

    def forward(self, x):
        z = self.relu(self.linear_1(x))
        out = self.linear_2(z)
        return out, z
`;

const text = (markdown: string): Answer => ({ kind: "text", markdown });

/** Every answer of the built-in homework, as a student gives them. */
export const WHOLE_HOMEWORK: Solution = {
  code: {
    "1c-code": MLP,
    "1d-code": acceptedDataset("slice-keeps-axis"),
    "2a-code": CNN,
    "2b-code": acceptedDataset("images-1x8x8"),
    "3d-code": REGULARIZED,
  },
  runs: {
    "1e-run": {},
    "1f-run": {},
    "2c-run": {},
    "2d-run": {},
    "3a-run": {},
    "3d-run": { weightDecay: 0.001, latentL1: 0.01 },
  },
  answers: {
    ...SIGNED,
    "1a-number": { kind: "number", text: "64" },
    "1b-number": { kind: "number", text: "64" },
    "1f-text":
      text(`Both errors fall **steeply** up to 40 neurons and slowly from there: from $h = 5$ to $h = 40$ by more than half.

![Training and test error](plot:1f-plot)

A linear autoencoder of hidden size $h$ can at best project onto the first $h$ principal components, so its error is at least

$$\\frac{1}{64} \\sum_{i > h} \\lambda_i$$

with the eigenvalues $\\lambda_i$ of the covariance. After 50 epochs it is not there yet & a larger layer gets closer in the same time, because more weights move at once: "faster", not <b>better</b>.

- train and test are close together: 898 images are enough for so few weights;
- from 64 on the floor is 0, but the optimizer still has to find the identity.`),
    "1g-text": text(
      "The error on random data stays near 1 for small layers and falls only for large ones. Random pixels have no structure: to give them back a model must copy every pixel, which takes 64 hidden neurons at least. In (f) the digits let themselves be squeezed, because their pixels say something about each other.",
    ),
    "2d-text":
      text(`One kernel is already better than 5 hidden neurons, because its hidden layer holds $1 \\cdot 8 \\cdot 8 = 64$ numbers. With $k$ kernels it holds $64 k$.

| model | numbers in the hidden layer |
|---|---|
| MLP, $h = 40$ | 40 |
| CAE, $k = 40$ | 2,560 |

What keeps a few kernels from copying the image is not room but training: each weight looks at every place, and 50 steps of Adam have to bring a 3 × 3 kernel to the one that passes the middle pixel on.`),
    "3b-text": text(
      "The errors of the digit 2 lie at the left, those of all others at the right, with a small overlap between them. The model has learned to reconstruct what twos have in common; other digits have strokes where a two has none, and those are lost.",
    ),
    "3c-text": text(
      "Ideally the two histograms would not touch: every 2 below a threshold, every other digit above it. Then the AUROC is 1, and one number decides without a mistake.",
    ),
    "3d-text":
      text(`1. **Capacity**: 10 hidden neurons instead of 40, so that less than a whole image fits through.
2. **ReLU**, which makes each neuron a detector of something that twos have.
3. **L1 on the latent** (0.01): few neurons are active at once.
4. **Weight decay** (0.001): no weight grows for a single image.

![Plain and regularized](plot:3d-plot)

The AUROC of the plain model is already close to 1, and what I tried did not raise it: all errors grew, those of twos as well. I think that 50 epochs are too few for so small a layer.`),
  },
};
