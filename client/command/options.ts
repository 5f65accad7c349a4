import { type ParseArgsConfig, parseArgs } from "node:util";
import { failure, type Result, success } from "../../shared/result.ts";

/** Node's parseArgs with positionals; a failure is the first line of what it says. */
export function readOptions<T extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: T,
): Result<ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: T }>>, string> {
  try {
    return success(parseArgs({ args: [...args], allowPositionals: true, options }));
  } catch (error) {
    return failure(error instanceof Error ? error.message.split("\n", 1).join() : String(error));
  }
}
