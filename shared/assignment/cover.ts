import type { AnswerOf } from "./answers.ts";
import type { Assignment } from "./assignment.ts";

type Names = Pick<AnswerOf<"cover">, "firstName" | "lastName">;

/** Puts the names in the place of {first} and {last}; what they stand for where there are none yet. */
export function fillNames(text: string, { firstName, lastName }: Names): string {
  const [first, last] = [firstName.trim() || "FirstName", lastName.trim() || "LastName"];
  return text.replaceAll("{first}", () => first).replaceAll("{last}", () => last);
}

/** The report's title, which is also the name of its files: what file systems refuse becomes a hyphen. */
export function reportTitle({ reportTitle }: Pick<Assignment, "reportTitle">, names: Names): string {
  const title = fillNames(reportTitle, names)
    .replaceAll(/[\p{Cc}\\/:*?"<>|]+/gu, "-")
    .replaceAll(/\s+/g, " ");
  // Windows takes no name that ends with a dot or a space.
  return title.replaceAll(/^[. ]+|[. ]+$/g, "") || "report";
}
