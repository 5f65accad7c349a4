import type { Answer } from "../../../../shared/assignment/answers.ts";

/** An answer as plain text, to be compared with another one. */
export function describeAnswer(answer: Answer): string {
  switch (answer.kind) {
    case "number":
      return answer.text;
    case "text":
      return answer.markdown;
    case "code":
      return answer.source;
    case "run":
      return answer.attempts.map(({ name }) => name).join("\n");
    case "plot":
      return `scores of each ${answer.per}`;
    case "cover":
      return `${answer.firstName} ${answer.lastName}\n${answer.honour ? "honour line ticked" : "honour line not ticked"}`;
    default:
      return answer satisfies never;
  }
}
