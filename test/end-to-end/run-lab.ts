import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import { CreatedCourse } from "../../shared/api/courses.ts";

const START = fileURLToPath(new URL("../../tools/start.mjs", import.meta.url));

/** A lab that this process started as `npm start` does: built output, workerd, database and demo course of its own. */
export type RunningLab = {
  readonly url: string;
  readonly state: string;
  readonly pid: number;
  /** What the command printed so far. */
  output(): string;
  demo(): CreatedCourse;
  /** With it courses are made. */
  setupKey(): string;
  /** Ends it as Ctrl-C does; resolves with the exit code when it is gone. */
  stop(): Promise<number | null>;
};

/** A fresh folder under the operating system's temporary one. */
export function makeStateFolder(): string {
  return mkdtempSync(join(tmpdir(), "latent-lab-test-"));
}

export function removeStateFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** A port that was free a moment ago. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new TypeError("no port"));
        else resolve(address.port);
      });
    });
  });
}

/** Runs tools/start.mjs and resolves when it has printed what to open. Throws with its output where it ends before. */
export async function runLab(state: string, port?: number): Promise<RunningLab> {
  const chosen = port ?? (await findFreePort());
  const child = spawn(process.execPath, [START], {
    env: { ...process.env, PORT: String(chosen), LAB_STATE: state },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const announced = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        if (output.includes("Its board")) resolve();
      });
    }
  });
  const early = ended.then((code) => {
    throw new Error(`npm start ended with ${code}:\n${output}`);
  });
  early.catch(() => {});
  await Promise.race([announced, early]);
  return {
    url: `http://localhost:${chosen}`,
    state,
    pid: child.pid ?? 0,
    output: () => output,
    demo: () => z.parse(CreatedCourse, JSON.parse(readFileSync(join(state, "demo.json"), "utf8"))),
    setupKey: () => readFileSync(join(state, "setup-key"), "utf8").trim(),
    stop: async () => {
      child.kill("SIGINT");
      return await ended;
    },
  };
}
