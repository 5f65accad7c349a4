import { parseCommand } from "./arguments.ts";
import { runRead } from "./read.ts";
import { oneLine, reason } from "./read-specs.ts";
import { READ_USAGE } from "./read-usage.ts";
import { runTrain } from "./train.ts";
import { USAGE } from "./usage.ts";

/** `npm run -s lab -- ...`: reads the command line, runs it, and leaves its exit status. */
async function main(): Promise<number> {
  const command = parseCommand(process.argv.slice(2));
  if (!command.ok) {
    process.stderr.write(`lab: ${command.error}\n\n${USAGE}${READ_USAGE}`);
    return 2;
  }
  if (command.value.name === "help") {
    process.stdout.write(`${USAGE}${READ_USAGE}`);
    return 0;
  }
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stopping.abort());
  // Who reads the output may leave early, as `head` does.
  process.stdout.on("error", () => process.exit(0));
  const streams = {
    print: (line: string) => process.stdout.write(`${line}\n`),
    complain: (line: string) => process.stderr.write(`lab: ${line}\n`),
    point: (line: string) => process.stderr.write(`${line}\n`),
  };
  if (command.value.name === "read") return runRead(command.value, streams);
  return await runTrain(command.value, streams, stopping.signal);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`lab: ${oneLine(reason(error))}\n`);
  process.exitCode = 1;
}
