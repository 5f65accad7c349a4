// What the seats of a class write. Every text is a student's plain words about the plots; no two seats choose alike.
import type { Answer } from "../../shared/assignment/answers.ts";
import type { Cell } from "../../shared/assignment/assignment.ts";
import { Mt19937 } from "../../shared/random/mt19937.ts";

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
  "{The|My|This} {test error|reconstruction error|error|loss} {falls|drops|goes down|shrinks} {quickly|steeply|fast|sharply} {at first|in the beginning|on the left} and {then|later|afterwards} {more and more slowly|only a little|hardly at all}.",
  "{Both|The two|These two} {curves|lines|errors} {fall|go down|sink} {together|side by side|in step} {as|while|when} the {hidden layer|code|middle} {grows|gets wider|widens}.",
  "{What I see first|The first thing I notice|Most striking to me} is {the steep fall|how steep the line is|the big drop} {on the left|at the small sizes|before forty}, {not|rather than} {the level|how low it ends|the right end}.",
  "{In my plot|For my seed|Here} {training and test error|the two errors|both losses} {lie|are|stay} {almost|nearly|practically} {on top of each other|at one height|equal}, {even|also} {at two hundred|for the widest|on the right}.",
  "{Most of the gain|The larger part of it|Nearly everything} {comes|is had|arrives} {from the first|with the first|within} {forty|thirty|twenty|fifty} {numbers|neurons|units} of {the code|the layer|the latent}.",
  "{The curve|My line|The plot} {bends|has its knee|flattens} {where|when|once} {the layer|the code|h} {reaches|comes to|is at} {about half|some half|roughly half} of {the pixels|sixty four|the input}.",
  "{After|Beyond|Past} {the bend|the knee|eighty} {every|each|any} {further|additional|extra} {neuron|unit|number} {buys|brings|gives} {only a little|very little|next to nothing}.",
];
const REASONS = [
  "{A|Any|This} linear model {of width h|with h units|through h numbers} {keeps|can keep|holds} {at most|no more than} h {directions|components|axes}, {and|while} {the first ones|the leading ones|a few of them} {carry|have|hold} {most|the bulk} of {the variation|the variance|what varies}.",
  "{Pixels|The pixels|Neighbouring pixels} of {a digit|one image|these digits} {depend on|go with|follow} {each other|one another}, so {a few|some twenty|not many} {numbers|values} {already say|tell|give} {most of|nearly all of} {the image|the picture}.",
  "{With|After|In} fifty epochs {the wide models|larger layers|my widest ones} {have not|did not yet} {come down|got|fall} to {the floor|the bound|the limit} {that PCA gives|of PCA|from theory}.",
  "{There are|We have|The split leaves} {many more|far more|a lot more} {images|examples|samples} than {free directions|parameters that matter|components}, {which is why|so|and thus} {nothing|little|no image} is {learned by heart|memorised|overfitted}.",
  "{Random data|The random images|Noise} {have|has|shows} no {such|preferred|special} {directions|axes|structure}, so {the same|this|a trained} {model|network} {cannot|does not|fails to} {do well|work|succeed} {on them|there|with it}.",
  "{The reconstruction|What comes out|The output} is {a projection|something projected|the shadow} {onto|on|along} {the directions|those axes|the components} that {the training images|all digits|our data} {share|have in common}.",
  "{A wider|The larger|A bigger} layer {also|besides|moreover} {moves|learns|improves} {faster|quicker|sooner}, {because|since|as} {more weights|many more weights|all of its weights} {take|make} {a step|their step|an update} {in every|each|per} epoch.",
];
const CLOSINGS = [
  "{I would|I'd|One should} expect {the same|a similar|just such a} {picture|plot|curve} {for|with|from} {another|a different|any other} {split|seed|half} of {the data|the images|it}.",
  "{Training longer|More epochs|A hundred epochs more} would {bring|move|take} {the right end|the wide models|that end} {closer|nearer} to {the floor|zero|the dashed line}, {I think|I suppose|presumably}.",
  "{The gap|The distance|What lies} between {the two|both|these} {curves|lines|errors} is {smaller|thinner|less} than {the line|a line's width|I can read} {off the plot|on my screen|here}.",
  "{This is|That is|It is} {what I expected|as expected|no surprise} {from|after|given} {the lecture|our class|the notes} {on|about} {principal components|PCA|eigenvectors}.",
  "{I was surprised|It surprised me|I did not expect} that {the test error|the error on new images} is {sometimes|at some widths|here and there} {the lower|the smaller} one, {though|but|and} {only just|by very little|not by much}.",
  "{A different|Another|A second} seed {moves|shifts|changes} {the first|the leftmost|the small} {points|models|sizes} {a little|slightly|somewhat} and {the others|the rest|the wide ones} {hardly|barely|not} {at all|visibly}.",
  "{Where|Once|As soon as} {the widths|the sizes|h} {pass|exceed|go past} sixty four, {nothing|no direction|no variance} is {left|missing|lost} that {could be|might be|one could have} {gained|won|added}.",
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
      return {
        kind: "text",
        markdown: prose(seat, cell.id, unfinished ? 1 : 3 + (cell.minWords > 30 ? 2 : 0)),
      };
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

/** A few sentences, worded as nobody else words them: every seat draws its own for every cell. */
function prose(seat: number, cell: string, sentences: number): string {
  const letters = Array.from(cell, (letter) => letter.codePointAt(0) ?? 0);
  const twister = new Mt19937(letters.reduce((sum, letter) => 31 * sum + letter, seat + 1));
  const pick = (choices: readonly string[]) => choices[twister.nextUint32() % choices.length] ?? "";
  const start = twister.nextUint32();
  return POOLS.slice(0, sentences)
    .map((pool, i) => pool[(start + 2 * i) % pool.length] ?? "")
    .map((sentence) => sentence.replace(/\{([^}]*)\}/g, (_, choices: string) => pick(choices.split("|"))))
    .join(" ");
}
