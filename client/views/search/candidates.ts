import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { permutation } from "../../../shared/random/numpy.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { type Settings, settingsOf, withPenalties, withShape } from "./settings.ts";

/** One spec of a search. */
export type Candidate = { readonly settings: Settings; readonly spec: ExperimentSpec };

/** From nothing to more than a model can bear; weight decay 0.5 and L1 1 are a remedy that is much copied. */
const TRIED = {
  dropout: [0, 0.1, 0.2, 0.3, 0.5],
  l1: [0, 0.001, 0.01, 0.1, 1],
  l2: [0, 0.0001, 0.001, 0.01, 0.1, 0.5],
} as const;
const WIDTH_FACTORS = [1 / 8, 1 / 4, 1 / 2, 1, 2];
/** Enough rounds to find what is left of a small space; a smaller one is then searched whole. */
const MOST_ROUNDS = 20;
/** Hypercubes of which a round takes the one whose settings go together least. */
const DRAWS_A_ROUND = 20;

type Columns = Readonly<Record<keyof Settings, readonly number[]>>;

/**
 * The run itself, and specs around it. A round is a Latin hypercube: every value of every setting as often as any other, put
 * together by NumPy's permutations of the seed, of several the one with the smallest correlation between any two settings, so
 * that what one does is not taken for another's doing. Without those drawn before and those that the contract refuses.
 */
export function drawCandidates(
  spec: ExperimentSpec,
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly Candidate[] {
  const own = settingsOf(spec);
  const values = valuesAround(own);
  const generator = new Mt19937(seed);
  const shape = rememberShapes(spec);
  const drawn = new Map<string, Candidate>([[keyOf(own), { settings: own, spec }]]);
  for (let round = 0; round < MOST_ROUNDS && drawn.size < count; round++) {
    const columns = drawColumns(values, count, generator);
    for (let row = 0; row < count && drawn.size < count; row++) {
      const at = (column: readonly number[]) => column[row] ?? 0;
      const { dropout, l1, l2, width } = columns;
      const settings = { dropout: at(dropout), l1: at(l1), l2: at(l2), width: at(width) };
      const shaped = drawn.has(keyOf(settings)) ? null : shape(settings);
      if (shaped?.ok) drawn.set(keyOf(settings), { settings, spec: withPenalties(shaped.value, settings) });
    }
  }
  return [...drawn.values()];
}

/** The values that are tried of each setting, the run's own among them. */
export function valuesAround(own: Settings): Columns {
  const around = (tried: readonly number[], value: number) =>
    [...new Set([...tried, value])].toSorted((a, b) => a - b);
  return {
    dropout: around(TRIED.dropout, own.dropout),
    l1: around(TRIED.l1, own.l1),
    l2: around(TRIED.l2, own.l2),
    width: around(
      WIDTH_FACTORS.map((factor) => Math.max(1, Math.round(own.width * factor))),
      own.width,
    ),
  };
}

/** Shapes are parsed, which takes long, and few: each once. */
function rememberShapes(spec: ExperimentSpec): (settings: Settings) => ReturnType<typeof withShape> {
  const known = new Map<string, ReturnType<typeof withShape>>();
  return ({ width, dropout }) => {
    const key = `${width} ${dropout}`;
    const shaped = known.get(key) ?? withShape(spec, { width, dropout });
    known.set(key, shaped);
    return shaped;
  };
}

function drawColumns(values: Columns, count: number, generator: Mt19937): Columns {
  const draws = Array.from({ length: DRAWS_A_ROUND }, () => {
    const columns = {
      dropout: shuffle(values.dropout, count, generator),
      l1: shuffle(values.l1, count, generator),
      l2: shuffle(values.l2, count, generator),
      width: shuffle(values.width, count, generator),
    };
    return { columns, dependence: largestCorrelation(columns, values) };
  });
  return draws.reduce((best, one) => (one.dependence < best.dependence ? one : best)).columns;
}

/** `count` values, each as often as any other or once more, in an order of the generator's. */
function shuffle(values: readonly number[], count: number, generator: Mt19937): readonly number[] {
  return Array.from(permutation(generator, count), (place) => values[place % values.length] ?? 0);
}

/** The largest absolute correlation between any two columns, of the places of their values among those tried. */
export function largestCorrelation(columns: Columns, values: Columns): number {
  const ranks = (["dropout", "l1", "l2", "width"] as const).map((name) =>
    columns[name].map((value) => values[name].indexOf(value)),
  );
  const pairs = ranks.flatMap((a, i) => ranks.slice(i + 1).map((b) => Math.abs(correlation(a, b))));
  return Math.max(...pairs);
}

/** Pearson's r, `np.corrcoef(a, b)[0, 1]`; 0 where one of the two never changes. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [centreA, centreB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [i, value] of a.entries()) {
    const [x, y] = [value - centreA, (b[i] ?? 0) - centreB];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}

function keyOf({ dropout, l1, l2, width }: Settings): string {
  return [dropout, l1, l2, width].join(" ");
}
