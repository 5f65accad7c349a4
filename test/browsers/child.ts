import { type ChildProcess, spawn } from "node:child_process";

const STOP_MILLISECONDS = 3_000;

/** A program beside the tests. Its file 3 is a pipe, for what it has to say. */
export type Child = { readonly process: ChildProcess; stop(): Promise<void> };

/** Starts a program that the kernel ends when this process ends, however that comes (Linux's setpriv). */
export function startChild(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Child {
  const child = spawn("setpriv", ["--pdeathsig", "TERM", program, ...args], {
    env: { ...process.env, ...env },
    detached: true, // Ctrl-C is for the tests, which then stop this
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const ended = new Promise<void>((resolve) => {
    child.on("error", () => resolve());
    child.on("exit", () => resolve());
  });
  return {
    process: child,
    stop: async () => {
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MILLISECONDS);
      await ended;
      clearTimeout(timer);
    },
  };
}
