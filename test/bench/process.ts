import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { Answer, type Order } from "./protocol.ts";

export type Program = { readonly program: string; readonly args: readonly string[] };

/** A contender's process: alive between its orders, so that only its first one is cold. */
export type ContenderProcess = {
  /** Rejects when the process ends without an answer. */
  train(order: Order): Promise<Answer>;
  close(): void;
};

/** Starts a process that answers every line with a line. Its own complaints are kept for the error message. */
export function openProcess({ program, args }: Program): ContenderProcess {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"] });
  let complaints = "";
  let settle: { resolve(line: string): void; reject(error: Error): void } | null = null;
  let failure: Error | null = null;
  child.stderr.on("data", (text) => {
    complaints = `${complaints}${text}`.slice(-2_000);
  });
  createInterface(child.stdout).on("line", (line) => {
    if (line.startsWith("{")) settle?.resolve(line);
  });
  const fail = (why: string) => {
    failure = new Error(`${why}; ${complaints.trim().split("\n").at(-1)}`);
    settle?.reject(failure);
  };
  child.on("error", (error) => fail(error.message));
  child.on("close", (code, signal) => fail(`ended with ${signal ?? `exit ${code}`}`));
  child.stdin.on("error", () => {}); // its exit tells

  return {
    async train(order) {
      const line = new Promise<string>((resolve, reject) => {
        settle = { resolve, reject };
        if (failure !== null) reject(failure);
      });
      child.stdin.write(`${JSON.stringify(order)}\n`);
      return Answer.parse(JSON.parse(await line));
    },
    close: () => child.kill("SIGKILL"),
  };
}
