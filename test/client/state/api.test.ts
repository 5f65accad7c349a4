import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { ask, askBytes, revalidate } from "../../../client/state/api.ts";
import { Invitation } from "../../../shared/api/courses.ts";

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

/** A real HTTP server on a free port; gives the address of its `path`. */
async function serve(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  const address = made.address();
  if (address === null || typeof address === "string") throw new Error("expected a port");
  return `http://127.0.0.1:${address.port}`;
}

function answering(status: number, body: string, headers: Record<string, string> = {}): RequestListener {
  return (_, response) => response.writeHead(status, headers).end(body);
}

const invitation = { course: "ece-4803", title: "ECE 4803", roster: "none" };

describe("asking the server", () => {
  it("gives the parsed answer", async () => {
    const path = await serve(answering(200, JSON.stringify(invitation)));
    expect(await ask({ path, answer: Invitation })).toEqual({ ok: true, value: invitation });
  });

  it("sends JSON as JSON", async () => {
    let came = "";
    const path = await serve(async (request, response) => {
      for await (const chunk of request) came += chunk;
      came += ` ${request.method} ${request.headers["content-type"]}`;
      response.end(JSON.stringify(invitation));
    });
    await ask({ path, answer: Invitation, method: "POST", json: { code: "DEMO" } });
    expect(came).toBe('{"code":"DEMO"} POST application/json');
  });

  it("hands on why the server refused, with its status", async () => {
    const body = { error: { reason: "conflict", message: "this id holds other bytes" } };
    const path = await serve(answering(409, JSON.stringify(body)));
    expect(await ask({ path, answer: Invitation })).toEqual({
      ok: false,
      error: { reason: "refused", status: 409, kind: "conflict", message: "this id holds other bytes" },
    });
  });

  it.each([
    ["a page in place of JSON", 200, "<!doctype html><title>Sign in to the wireless network</title>"],
    ["JSON of another form", 200, '{"course":"ece-4803"}'],
    ["a proxy's own failure", 502, "Bad gateway"],
  ])("does not take %s for an answer", async (_, status, body) => {
    const path = await serve(answering(status, body));
    const answer = await ask({ path, answer: Invitation });
    expect(answer).toMatchObject({ ok: false, error: { reason: "notUnderstood", status } });
  });

  it("says that the server is away when nothing listens", async () => {
    const path = await serve(answering(200, ""));
    await new Promise((resolve) => server?.close(resolve));
    expect(await ask({ path, answer: Invitation })).toMatchObject({ ok: false, error: { reason: "away" } });
    expect(await askBytes(path)).toMatchObject({ ok: false, error: { reason: "away" } });
  });

  it("gives up on a server that never answers", async () => {
    const path = await serve(() => {});
    const answer = await ask({ path, answer: Invitation, timeoutMs: 50 });
    expect(answer).toMatchObject({ ok: false, error: { reason: "away" } });
  });

  it("rejects only when it is told to stop", async () => {
    const path = await serve(() => {});
    const asking = ask({ path, answer: Invitation, signal: AbortSignal.abort(new Error("left the page")) });
    await expect(asking).rejects.toThrow("left the page");
  });
});

describe("asking again with an ETag", () => {
  const listener: RequestListener = (request, response) => {
    if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { ETag: '"1"' }).end(JSON.stringify(invitation));
  };

  it("gives the answer and its ETag at first", async () => {
    const path = await serve(listener);
    expect(await revalidate({ path, answer: Invitation }, null)).toEqual({
      ok: true,
      value: { changed: true, value: invitation, etag: '"1"' },
    });
  });

  it("says when nothing changed since", async () => {
    const path = await serve(listener);
    expect(await revalidate({ path, answer: Invitation }, '"1"')).toEqual({
      ok: true,
      value: { changed: false },
    });
  });
});

describe("asking for bytes", () => {
  it("gives them untouched", async () => {
    const path = await serve((_, response) => response.end(Buffer.from([0, 255, 10])));
    expect(await askBytes(path)).toEqual({ ok: true, value: new Uint8Array([0, 255, 10]) });
  });

  it("hands on a refusal", async () => {
    const body = { error: { reason: "notFound", message: "no run has this link" } };
    const path = await serve(answering(404, JSON.stringify(body)));
    expect(await askBytes(path)).toMatchObject({ ok: false, error: { message: "no run has this link" } });
  });
});
