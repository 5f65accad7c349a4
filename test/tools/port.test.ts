import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { ROOT, runTool } from "./run-tool.ts";

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** The tools as a fresh clone has them: nothing installed. */
function makeClone(): string {
  const folder = mkdtempSync(join(tmpdir(), "latent-lab-clone-"));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ["tools", "package.json", "package-lock.json"]) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  return folder;
}

function listen(host: string): Promise<number> {
  const server: Server = createServer();
  cleanups.push(() => server.close());
  return new Promise((resolve) => {
    server.listen(0, host, () => {
      const address = server.address();
      resolve(address === null || typeof address === "string" ? 0 : address.port);
    });
  });
}

test.each(["127.0.0.1", "0.0.0.0"])(
  "a port taken on %s is an error before any work: it names port, program and the way out",
  async (host) => {
    const clone = makeClone();
    const port = await listen(host);
    for (const [script, command] of [
      ["start", "npm start"],
      ["dev", "npm run dev"],
    ] as const) {
      const { code, output } = await runTool(join(clone, `tools/${script}.mjs`), {
        cwd: clone,
        env: { PORT: String(port) },
      });
      expect(code).toBe(1);
      expect(output).toMatch(
        new RegExp(`^Port ${port} is taken \\(by .+\\)\\. Stop that program, or choose another`),
      );
      expect(output).toContain(`PORT=${port + 1} ${command}`);
      expect(existsSync(join(clone, "node_modules"))).toBe(false);
    }
  },
);

test.runIf(process.platform === "linux")("the program that has the port is named", async () => {
  const port = await listen("127.0.0.1");
  const { output } = await runTool("tools/start.mjs", { env: { PORT: String(port) } });
  expect(output).toContain(`process ${process.pid}`);
});

test.each(["0", "65536", "http", "80.5"])("PORT=%s is no port, and is told so", async (text) => {
  const { code, output } = await runTool("tools/start.mjs", { env: { PORT: text } });
  expect(code).toBe(1);
  expect(output).toContain(`PORT must be a whole number from 1 to 65535, got "${text}"`);
});
