import { type Counting, listNumbers, nameWidths, type Warning } from "./warning.ts";

/** Settings under which a run does not answer its part: widths that are missing, too few epochs, other digits. */
export function listSettingWarnings(counting: Counting): readonly Warning[] {
  return [...missingWidths(counting), ...fewEpochs(counting), ...wrongDigits(counting)];
}

function missingWidths({ cell, attempt }: Counting): readonly Warning[] {
  const there = new Set(attempt.runs.map(({ width }) => width));
  const failed = new Set(attempt.failed.map(({ width }) => width));
  const missing = cell.widths.filter((width) => !there.has(width) && !failed.has(width));
  if (missing.length === 0) return [];
  return [
    {
      cell: cell.id,
      kind: "missingWidths",
      message: `There is no run with ${listNumbers(missing)}, which the part asks for, so the plot lacks ${missing.length === 1 ? "it" : "them"}. Put ${missing.length === 1 ? "it" : "them"} back with “as asked” and run again.`,
    },
  ];
}

function fewEpochs({ cell, attempt }: Counting): readonly Warning[] {
  const asked = cell.spec.epochs;
  const few = attempt.runs.filter(({ spec }) => spec.epochs < asked);
  const [first] = few;
  if (first === undefined) return [];
  const widths = few.length < attempt.runs.length ? ` (${nameWidths(few)})` : "";
  return [
    {
      cell: cell.id,
      kind: "fewEpochs",
      message: `Trained for ${first.spec.epochs} epochs${widths}, but the part asks for ${asked}: the errors are those of a model that has not learned yet. Set the epochs to ${asked} and run again.`,
    },
  ];
}

function wrongDigits({ cell, attempt }: Counting): readonly Warning[] {
  const asked = cell.spec.dataset.split;
  if (asked.kind !== "oneDigit") return [];
  const got = attempt.runs.map(({ spec }) => spec.dataset.split);
  const wrong = got.find((split) => split.kind !== "oneDigit" || split.digit !== asked.digit);
  if (wrong === undefined) return [];
  const message =
    wrong.kind === "oneDigit"
      ? `This model was trained on the digit ${wrong.digit}, but the part asks for the digit ${asked.digit}.`
      : "This model was trained on all digits, so no digit is new to it, and its error cannot tell them apart.";
  return [
    {
      cell: cell.id,
      kind: "wrongDigits",
      message: `${message} Choose to train on the digit ${asked.digit} and run again.`,
    },
  ];
}
