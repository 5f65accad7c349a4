import type { Metrics, Verification } from "../../../shared/api/runs.ts";
import type { AnswerOf } from "../../../shared/assignment/answers.ts";
import type { CellOf } from "../../../shared/assignment/assignment.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Figure } from "../../plot/figure.ts";
import type { LabelledDigit } from "../../plot/svg/build-digits-svg.ts";

/** A homework as it is handed in: what the report prints and the notebook holds. */
export type ReportContent = {
  /** Also the name of its files, without their ending. */
  readonly title: string;
  readonly assignment: string;
  /** The lines under the title. */
  readonly cover: readonly string[];
  readonly honour: { readonly text: string; readonly isSigned: boolean };
  readonly problems: readonly ReportProblem[];
};

export type ReportProblem = {
  readonly number: number;
  readonly title: string;
  /** Markdown, as every prompt and answer. */
  readonly intro: string;
  readonly shown: readonly ReportCell[];
  readonly parts: readonly ReportPart[];
};

export type ReportPart = {
  /** `1f`. */
  readonly id: string;
  /** `Solution to Problem 1 Part (f)`. */
  readonly heading: string;
  readonly prompt: string;
  readonly cells: readonly ReportCell[];
};

/** A cell with its answer; null is not answered. */
export type ReportCell =
  | { readonly kind: "digits"; readonly cell: CellOf<"digits">; readonly digits: readonly LabelledDigit[] }
  | { readonly kind: "number"; readonly cell: CellOf<"number">; readonly text: string | null }
  | { readonly kind: "text"; readonly cell: CellOf<"text">; readonly markdown: string | null }
  | { readonly kind: "code"; readonly cell: CellOf<"code">; readonly source: string | null }
  | { readonly kind: "run"; readonly cell: CellOf<"run">; readonly attempt: ReportAttempt | null }
  | {
      readonly kind: "plot";
      readonly cell: CellOf<"plot">;
      readonly figure: ReportFigure;
      readonly per: AnswerOf<"plot">["per"];
    };

export type ReportFigure =
  | {
      readonly status: "drawn";
      readonly figure: Figure /** The run cells that it draws. */;
      readonly of: readonly string[];
    }
  | { readonly status: "notAnswered" }
  /** The runs are there, but what the plot needs of them could not be read. */
  | { readonly status: "unreadable"; readonly message: string };

/** The attempt of a run cell that counts. */
export type ReportAttempt = {
  readonly name: string;
  /** The class as it is now, of the code cell that the run cell names. */
  readonly code: { readonly source: string; readonly itemShape: readonly number[] };
  /** The split that the run cell asks for; the runs' own may be another one. */
  readonly asked: ExperimentSpec["dataset"]["split"];
  readonly runs: readonly ReportRun[];
  readonly failed: readonly { readonly width: number | null; readonly message: string }[];
};

export type ReportRun = {
  readonly id: string;
  readonly width: number | null;
  readonly spec: ExperimentSpec;
  readonly metrics: Metrics;
  readonly contents: RunContents;
};

/** What is printed of a run. */
export type PrintedRun = Omit<ReportRun, "id">;

/** What is kept outside of the answers: the log, and what the server found. */
export type RunContents =
  | {
      readonly status: "read";
      readonly trainLoss: readonly number[];
      /** The server's own numbers, where they were handed in; else null. */
      readonly metrics: Metrics | null;
      /** Null before the server has the run. */
      readonly verification: Verification | null;
      /** The whole address; null before the server has the run. */
      readonly link: string | null;
    }
  | { readonly status: "unreadable"; readonly message: string };

/** Every cell of a report, in order. */
export function listReportCells({ problems }: ReportContent): readonly ReportCell[] {
  return problems.flatMap(({ shown, parts }) => [...shown, ...parts.flatMap(({ cells }) => cells)]);
}
