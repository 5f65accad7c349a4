import { JoinCode } from "../../../shared/api/courses.ts";
import { failure, type Result, success } from "../../../shared/result.ts";

/** A join code out of what a person typed or pasted: any case, with spaces or hyphens, or the whole link. */
export function readCode(typed: string): Result<string, string> {
  const afterLink = typed.trim().replace(/^.*\/join\//, "");
  const code = afterLink.replace(/[\s-]/g, "").toUpperCase();
  if (code === "") return failure("Type the code that your instructor gave you, such as K7QW2M.");
  if (JoinCode.safeParse(code).success) return success(code);
  const foreign = code.match(/[^A-Z0-9]/)?.[0];
  return failure(
    foreign === undefined
      ? `A code has 4 to 12 letters and digits; this has ${code.length}.`
      : `A code has letters and digits only; this has “${foreign}”.`,
  );
}
