import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A lab under an address of its own, on which newer versions can be deployed. */
export type Deployments = {
  readonly url: string;
  /** Another build from now on: another page (`<html data-build="2">`), another service worker, and these files gone. */
  deploy(build: string, gone?: readonly string[]): void;
  /** From now on every request is left without an answer, is answered 503, or finds no server. */
  suffer(trouble: Trouble): Promise<void>;
  stop(): Promise<void>;
};
type Trouble = "silent" | "failing" | "away";

/** What a build's service worker calls its version. */
export function versionOf(build: string): string {
  return build.padStart(16, "0");
}

/** Stands before the lab at `target` as a deployment does: passes requests on, and changes what a new build would change. */
export async function makeDeployments(target: string): Promise<Deployments> {
  let build = "1";
  let gone: readonly string[] = [];
  let trouble: Trouble | null = null;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    if (trouble === "silent") return;
    if (trouble === "failing" || gone.includes(path)) {
      response.writeHead(trouble === "failing" ? 503 : 404).end();
      return;
    }
    const answered = await fetch(new URL(path, target), {
      headers: { Accept: request.headers.accept ?? "*/*" },
    });
    const type = answered.headers.get("Content-Type") ?? "";
    const isText = type.startsWith("text/html") || path === "/service-worker.js";
    const body = isText ? change(await answered.text()) : new Uint8Array(await answered.arrayBuffer());
    const kept = ["Content-Type", "Cache-Control", "Content-Security-Policy"];
    const headers = kept.flatMap((name) => {
      const value = answered.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    response.writeHead(answered.status, Object.fromEntries(headers)).end(body);
  }

  function change(text: string): string {
    const marked = text
      .replace('<html lang="en"', `<html lang="en" data-build="${build}"`)
      .replace(/(version:.)[0-9a-f]{16}/, `$1${versionOf(build)}`);
    return gone.reduce((changed, file) => changed.replaceAll(file, "/icon.svg"), marked);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("no port");
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://localhost:${address.port}`,
    deploy(next, files = []) {
      build = next;
      gone = files;
    },
    async suffer(next) {
      trouble = next;
      if (next === "away") await stop();
    },
    stop,
  };
}
