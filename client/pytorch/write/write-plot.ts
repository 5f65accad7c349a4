import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { writeSplit } from "./data.ts";
import { literal } from "./literal.ts";

/** An attempt that a plot draws: the end of its Python names, and what its lines are called. */
export type PlottedAttempt = { readonly name: string; readonly labels: readonly string[] };

export type PythonPlot = {
  readonly title: string;
  readonly xName: string;
  readonly yName: string;
  /** The plot's own first; the others are drawn thinner, to compare with. */
  readonly attempts: readonly PlottedAttempt[];
} & (
  | {
      readonly plot: "errorByWidth";
      /** The data whose PCA floor is drawn; null for none. */
      readonly floorOf: ExperimentSpec["dataset"] | null;
    }
  | { readonly plot: "randomByWidth" }
  | { readonly plot: "anomalyScores"; readonly per: "image" | "pixel" }
);

/** The matplotlib of a plot, of what the cells of `writeTraining` left. Labels: train and test, or random data, or normal and anomaly. */
export function writePlot(plot: PythonPlot): string {
  return [...writeContent(plot), ...writeFrame(plot), ""].join("\n");
}

function writeContent(plot: PythonPlot): readonly string[] {
  const { attempts } = plot;
  const [own] = attempts;
  switch (plot.plot) {
    case "errorByWidth":
      return [
        FIGURE,
        ...attempts.flatMap((attempt, i) => writeLosses(attempt, ["train", "test"], i > 0)),
        ...(plot.floorOf === null || own === undefined ? [] : writeFloor(plot.floorOf, own)),
      ];
    case "randomByWidth":
      return [FIGURE, ...attempts.flatMap((attempt, i) => writeLosses(attempt, ["random"], i > 0))];
    case "anomalyScores":
      return writeHistograms(attempts, plot.per);
    default:
      return plot satisfies never;
  }
}

const FIGURE = "plt.figure(figsize=(8, 4))";

/** What `losses_NAME` holds for each width, in its order. */
const MEASURES = ["train", "test", "random"] as const;
const MARKS: Record<(typeof MEASURES)[number], string> = {
  train: "'o-', color='tab:blue'",
  test: "'s-', color='tab:orange'",
  random: "'^-', color='tab:purple'",
};

function writeLosses(
  { name, labels }: PlottedAttempt,
  shown: readonly (typeof MEASURES)[number][],
  isReference: boolean,
): readonly string[] {
  const look = isReference ? ", markerfacecolor='white', linewidth=1" : "";
  const names = MEASURES.map((measure) => (shown.includes(measure) ? measure : "_")).join(", ");
  return [
    `widths, losses = zip(*sorted(losses_${name}.items()))`,
    `${names} = zip(*losses)`,
    ...shown.map(
      (measure, i) =>
        `plt.plot(widths, ${measure}, ${MARKS[measure]}${look}, label=${literal(labels[i] ?? measure)})`,
    ),
  ];
}

function writeFloor(dataset: ExperimentSpec["dataset"], { name }: PlottedAttempt): readonly string[] {
  return [
    "",
    "# The least error on the test images that any linear model of a hidden size can have.",
    ...writeSplit(dataset).filter((line) => !line.startsWith("#")),
    "spectrum = np.linalg.eigvalsh(np.cov(X_test.T, bias=True))[::-1]",
    `sizes = range(min(losses_${name}), max(losses_${name}) + 1)`,
    "plt.plot(sizes, [spectrum[size:].sum() / 64 for size in sizes], '--', color='tab:gray', label='PCA floor')",
    "",
  ];
}

function writeHistograms(attempts: readonly PlottedAttempt[], per: "image" | "pixel"): readonly string[] {
  const scores = per === "image" ? "errors.mean(1)" : "errors.ravel()";
  const models = attempts.map(({ name }) => `errors_${name}`).join(", ");
  const draw = (model: number, kind: 0 | 1, label: string) => {
    const color = kind === 0 ? "tab:cyan" : "tab:red";
    const style =
      model === 0 ? `histtype='stepfilled', alpha=${kind === 0 ? 0.5 : 0.3}` : "histtype='step', linewidth=1";
    return `draw(models[${model}][${kind}], color='${color}', ${style}, label=${literal(label)})`;
  };
  return [
    `models = [[${scores} for errors in pair] for pair in [${models}]]`,
    "top = max(np.quantile(np.concatenate(pair), 0.995) for pair in models)",
    "",
    "",
    "def draw(scores, **look):",
    '    """The share of the scores in each of 40 bins, in percent; the last one also has all above it."""',
    "    share = np.full(len(scores), 100 / len(scores))",
    "    plt.hist(np.minimum(scores, top), bins=np.linspace(0, top, 41), weights=share, **look)",
    "",
    "",
    FIGURE,
    ...attempts.flatMap(({ labels: [normal = "", anomaly = ""] }, i) => [
      draw(i, 0, normal),
      draw(i, 1, anomaly),
    ]),
  ];
}

function writeFrame({ title, xName, yName, plot }: PythonPlot): readonly string[] {
  return [
    `plt.title(${literal(title)})`,
    `plt.xlabel(${literal(xName)})`,
    `plt.ylabel(${literal(yName)})`,
    ...(plot === "anomalyScores" ? [] : ["plt.ylim(bottom=0)"]),
    "plt.legend()",
    "plt.show()",
  ];
}
