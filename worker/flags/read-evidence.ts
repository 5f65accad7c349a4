import type { Evidence, EvidenceOf, FlaggedRun, FlaggedText } from "../../shared/api/flags.ts";
import { findPassages } from "../../shared/integrity/copied-texts.ts";
import { type Means, measureSeedGap } from "../../shared/integrity/honest-gap.ts";
import { MAX_GAP_MACS_A_REQUEST, MAX_GAP_SEEDS, METRIC_TOLERANCE_RELATIVE } from "../../shared/limits.ts";
import { evaluate } from "../../shared/metrics/evaluate.ts";
import { encodeSafetensors } from "../../shared/model/safetensors.ts";
import { sha256Hex } from "../../shared/spec/identity.ts";
import { momentsMacs } from "../../shared/training/moments-cost.ts";
import { retrain } from "../../shared/training/reproduce.ts";
import { canReproduce } from "../../shared/training/reproduction-cost.ts";
import type { FlagRun } from "../store/flag-runs.ts";
import type { FlagText } from "../store/flag-texts.ts";
import type { GapFlag, OtherFlag } from "./find-run-flags.ts";
import type { FoundFlag } from "./read-flags.ts";
import { readHistory } from "./resumed.ts";

/** What a flag rests on, side by side. A run whose seed gives other weights is trained once more, so that both can be seen. */
export async function readEvidence(
  flag: FoundFlag,
  means: Means & { readonly BYTES: KVNamespace },
): Promise<Evidence> {
  switch (flag.kind) {
    case "sameWeights":
      return {
        kind: flag.kind,
        pairs: flag.pairs.map(({ first, later, reason }) => ({
          first: showRun(first),
          later: showRun(later),
          reason,
        })),
      };
    case "otherWeights":
      return await trainAgain(flag, means);
    case "gap":
      return gapEvidence(flag, means);
    case "copiedText": {
      const common = new Set(flag.common);
      const [first, later] = [flag.first, flag.later].map((text) => showText(text, common));
      if (first === undefined || later === undefined) throw new TypeError("a copy is of two texts");
      return { kind: flag.kind, cell: flag.first.cell, first, later };
    }
    default:
      return flag satisfies never;
  }
}

async function trainAgain(
  { kind, run, rival }: OtherFlag,
  { BYTES, ...means }: Means & { readonly BYTES: KVNamespace },
): Promise<EvidenceOf<"otherWeights">> {
  const shown = { kind, run: showRun(run), rival: rival === null ? null : showRun(rival) };
  const { spec, engine } = run;
  if (!canReproduce(spec, engine)) return { ...shown, again: null, firstLoss: null };
  const { weights, trainLoss } = retrain({ spec, engine, ...means });
  const sent = (await readHistory(BYTES, run.historyHash))?.trainLoss ?? [];
  const epoch = trainLoss.findIndex(
    (loss, i) => !(Math.abs(loss - (sent[i] ?? Number.NaN)) <= METRIC_TOLERANCE_RELATIVE * Math.abs(loss)),
  );
  return {
    ...shown,
    again: {
      weightsHash: sha256Hex(encodeSafetensors(spec.model.layers, weights)),
      metrics: evaluate({ spec, weights, digits: means.digits }),
    },
    firstLoss: epoch < 0 ? null : { epoch, sent: sent[epoch] ?? 0, again: trainLoss[epoch] ?? 0 },
  };
}

function gapEvidence({ kind, run, honest }: GapFlag, means: Means): EvidenceOf<"gap"> {
  const affordable = Math.floor(MAX_GAP_MACS_A_REQUEST / (2 * momentsMacs(run.spec)));
  const count = Math.min(MAX_GAP_SEEDS, Math.max(4, affordable));
  const others = Array.from({ length: count }, (_, seed) => seed).filter((seed) => seed !== run.spec.seed);
  const seeds = [run.spec.seed, ...others.slice(0, count - 1)];
  const { trainMse, testMse, sigma } = honest;
  return {
    kind,
    run: showRun(run),
    honest: { trainMse, testMse, sigma },
    seeds: seeds.map((seed) => measureSeedGap({ ...run.spec, seed }, means)),
  };
}

function showRun(run: FlagRun): FlaggedRun {
  const { student, runLink, spec, specId, engine, device, weightsHash, metrics, verification } = run;
  const { durationMs, receivedAt } = run;
  return {
    ...{ student, runLink, spec, specId, engine, device, weightsHash, metrics, verification },
    ...{ durationMs, receivedAt },
  };
}

function showText(text: FlagText, common: ReadonlySet<number>): FlaggedText {
  const { student, markdown, revision, begunAt, savedAt } = text;
  const passages = findPassages(markdown, common).map(([start, end]): [number, number] => [start, end]);
  return { student, markdown, passages, revision, begunAt, savedAt };
}
