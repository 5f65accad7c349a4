import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";

type Dataset = ExperimentSpec["dataset"];

/** What `X` of the notebook's first cell is called in a scaling of its own. */
const IMAGES: Record<Dataset["scaling"], { readonly name: string; readonly made: readonly string[] }> = {
  standardize: { name: "X", made: [] },
  unit: { name: "X_unit", made: ["X_unit = digits.data / 16"] },
  none: { name: "X_raw", made: ["X_raw = digits.data"] },
};

/** The lines that make X_train and X_test, and X_normal of a digit of which some images were held out. */
export function writeSplit({ scaling, split }: Dataset): readonly string[] {
  const { name, made } = IMAGES[scaling];
  if (split.kind === "random") {
    const { testFraction, seed } = split;
    return [
      ...made,
      `X_train, X_test = train_test_split(${name}, test_size=${testFraction}, random_state=${seed})`,
    ];
  }
  const { digit, heldOutFraction, seed } = split;
  const inside = `${name}[y == ${digit}]`;
  if (heldOutFraction === undefined) {
    return [
      `# Train on the digit ${digit} alone, test on every other digit.`,
      ...made,
      `X_train, X_test = ${inside}, ${name}[y != ${digit}]`,
    ];
  }
  return [
    `# Train on the digit ${digit} alone, but for the share of it that is kept to be scored; test on every other digit.`,
    ...made,
    `X_train, X_normal = train_test_split(${inside}, test_size=${heldOutFraction}, random_state=${seed ?? 0})`,
    `X_test = ${name}[y != ${digit}]`,
  ];
}

/** The name of the images that are scored as normal. */
export function normalImages(split: Dataset["split"]): "x_train" | "x_normal" {
  return split.kind === "oneDigit" && split.heldOutFraction !== undefined ? "x_normal" : "x_train";
}
