// What the seats of a class write. Every text is a student's plain words about the plots; no two seats choose alike.
import type { Answer } from "../../shared/assignment/answers.ts";
import type { Cell } from "../../shared/assignment/assignment.ts";

const MODEL = (name: string, lines: readonly string[]) => `import torch
import torch.nn as nn


class ${name}(nn.Module):
${lines.map((line) => (line === "" ? "" : `    ${line}`)).join("\n")}
`;

const LINEAR = (hidden: number) => [
  `def __init__(self, hidden_size=${hidden}):`,
  "    super().__init__()",
  "    self.encoder = nn.Linear(64, hidden_size)",
  "    self.decoder = nn.Linear(hidden_size, 64)",
  "",
  "def forward(self, x):",
  "    z = self.encoder(x)",
  "    return self.decoder(z), z",
];
const CONVOLUTIONS = [
  "def __init__(self, num_kernels=80):",
  "    super().__init__()",
  "    self.encoder = nn.Conv2d(1, num_kernels, 3, padding=1)",
  "    self.decoder = nn.Conv2d(num_kernels, 1, 3, padding=1)",
  "",
  "def forward(self, x):",
  "    z = self.encoder(x)",
  "    return self.decoder(z), z",
];
const DATASET = (name: string, shape: string) => `import torch
from torch.utils.data import Dataset


class ${name}(Dataset):
    def __init__(self, X, y):
        self.X = torch.tensor(X, dtype=torch.float32)
        self.y = torch.tensor(y)

    def __len__(self):
        return len(self.X)

    def __getitem__(self, idx):
        return self.X[idx].reshape(${shape}), self.y[idx]
`;

const SOURCES: Readonly<Record<string, (name: string) => string>> = {
  "1c-code": (name) => MODEL(`${name}Autoencoder`, LINEAR(5)),
  "1d-code": (name) => DATASET(`${name}Rows`, "1, 64"),
  "2a-code": (name) => MODEL(`${name}Convolutions`, CONVOLUTIONS),
  "2b-code": (name) => DATASET(`${name}Images`, "1, 8, 8"),
  "3d-code": (name) => MODEL(`${name}Regularized`, LINEAR(20)),
};

const OPENINGS = [
  "The error falls quickly at first and then more and more slowly.",
  "Both curves go down together as the hidden layer gets wider.",
  "What I see first is the steep fall on the left side of the plot.",
  "The training and the test error lie almost on top of each other.",
  "Most of the gain comes from the first forty numbers of the code.",
  "The curve bends where the hidden layer reaches about half of the pixels.",
  "After the bend every further neuron buys only a little.",
];
const REASONS = [
  "A linear model of width h can keep at most h directions, and the first ones carry most of the variation.",
  "The pixels of a digit depend on each other, so a few numbers already say most of the image.",
  "With fifty epochs the wide models have not come down to the floor that PCA gives.",
  "There are many more images than free directions, which is why nothing is learned by heart.",
  "Random data have no such directions, so the same model cannot do well on them.",
  "The reconstruction is a projection onto the directions that the training images share.",
  "A wider layer also moves faster, because more weights take a step in every epoch.",
];
const CLOSINGS = [
  "I would expect the same picture for another split of the data.",
  "Training longer would bring the right end of the curve closer to the floor.",
  "The gap between the two curves is smaller than the thickness of the line.",
  "This is what I expected from the lecture on principal components.",
  "I was surprised that the test error is sometimes the lower one.",
  "A different seed moves the first points a little and the others hardly at all.",
  "Where the widths pass sixty four nothing is left that could be gained.",
];

/** What a seat writes into a cell that is no run; null where a cell asks for nothing. `unfinished` texts stop early. */
export function seatAnswer(
  cell: Cell,
  { seat, unfinished }: { seat: number; unfinished: boolean },
): Answer | null {
  switch (cell.kind) {
    case "number":
      return { kind: "number", text: seat % 17 === 3 ? "8" : seat % 23 === 9 ? "65" : "64" };
    case "text":
      return { kind: "text", markdown: prose(seat, unfinished ? 1 : 3 + (cell.minWords > 30 ? 2 : 0)) };
    case "code": {
      const source = SOURCES[cell.id];
      if (source === undefined) throw new TypeError(`no seat knows what to write into ${cell.id}`);
      return { kind: "code", source: source(seat % 2 === 0 ? "My" : "Digits") };
    }
    case "digits":
    case "plot":
    case "run":
      return null;
    default:
      return cell satisfies never;
  }
}

const POOLS = [OPENINGS, REASONS, CLOSINGS, REASONS, REASONS] as const;

function prose(seat: number, sentences: number): string {
  return POOLS.slice(0, sentences)
    .map((pool, i) => pool[(seat * (i + 1) + i * Math.floor(seat / pool.length)) % pool.length])
    .join(" ");
}
