// Classic WebDriver tells nothing of a page's console. So WebKit opens the lab through this proxy, which adds one script to
// each document, before the page's own, that sends here what goes wrong. All else passes as it is.
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { findFreePort } from "../end-to-end/run-lab.ts";

const SCRIPT = "/watching-proxy.js";
const REPORTS = "/watching-proxy";
const MAX_REPORT_CHARACTERS = 2_000;

/** Runs in the page. */
const WATCH = `{
  const tell = (text) => navigator.sendBeacon(${JSON.stringify(REPORTS)}, location.pathname + ": " + text);
  const words = (value) => value instanceof Error ? value.name + ": " + value.message : String(value);
  let leaving = false; // what was still to come is called off then
  addEventListener("beforeunload", () => { leaving = true; });
  const log = console.error;
  console.error = (...args) => { tell(args.map(words).join(" ")); log.apply(console, args); };
  addEventListener("error", (event) => {
    if (event instanceof ErrorEvent) tell(event.message);
    else if (!leaving) tell("did not load: " + (event.target.src ?? event.target.href));
  }, true);
  addEventListener("unhandledrejection", (event) => tell("not caught: " + words(event.reason)));
  addEventListener("securitypolicyviolation", (event) => tell("refused by " + event.violatedDirective + ": " + event.blockedURI));
}`;

export type WatchingProxy = {
  readonly url: string;
  readonly errors: readonly string[];
  close(): void;
};

/** Serves a lab on a port of its own. */
export async function watch(lab: string): Promise<WatchingProxy> {
  const errors: string[] = [];
  const port = await findFreePort();
  const server = createServer((from, to) => {
    if (from.url === SCRIPT) {
      to.writeHead(200, { "Content-Type": "text/javascript" }).end(WATCH);
    } else if (from.url === REPORTS) {
      readText(from).then((text) => {
        errors.push(text.slice(0, MAX_REPORT_CHARACTERS));
        to.writeHead(204).end();
      });
    } else {
      pass(lab, from, to);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
  return {
    url: `http://localhost:${port}`,
    errors,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function pass(lab: string, from: IncomingMessage, to: ServerResponse): void {
  const { "accept-encoding": _, ...headers } = from.headers;
  const onward = request(lab + (from.url ?? "/"), { method: from.method, headers }, async (answer) => {
    if (!answer.headers["content-type"]?.startsWith("text/html")) {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
      return;
    }
    const page = (await readText(answer)).replace("<head>", `<head><script src="${SCRIPT}"></script>`);
    const { "content-length": _length, etag: _etag, ...kept } = answer.headers;
    to.writeHead(answer.statusCode ?? 502, kept).end(page);
  });
  onward.on("error", () => to.destroy());
  from.pipe(onward);
}

async function readText(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
