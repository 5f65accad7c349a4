import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { HereList, LiveMessage, SESSION_ENDED } from "../../shared/api/live.ts";
import { MemberList, SessionList } from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { StaffKey } from "../../shared/api/staff.ts";
import { COURSE, handIn, makeClass, save, sendRun, textOf } from "./homework.ts";
import { type Browser, makeBrowser, ORIGIN, refusal } from "./lab.ts";
import { problem1, trainRun } from "./real-run.ts";

const trained = trainRun(problem1(5, { epochs: 3 }));

/** Opens the socket of the class page; `next` gives what comes through it, one at a time. */
async function watch(browser: Browser) {
  const answer = await browser.send(paths.live(COURSE), {
    headers: { Upgrade: "websocket", Origin: ORIGIN },
  });
  const socket = answer.webSocket;
  if (socket === null || socket === undefined) throw new Error(`no socket: ${answer.status}`);
  const came: string[] = [];
  const waiting: ((text: string) => void)[] = [];
  socket.addEventListener("message", ({ data }) => {
    const text = String(data);
    const first = waiting.shift();
    if (first === undefined) came.push(text);
    else first(text);
  });
  const closed = new Promise<number>((resolve) =>
    socket.addEventListener("close", ({ code }) => resolve(code)),
  );
  socket.accept();
  const nextText = (): Promise<string> => {
    const text = came.shift();
    return text === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(text);
  };
  return { socket, closed, nextText, next: async () => LiveMessage.parse(JSON.parse(await nextText())) };
}

async function memberOf(
  instructor: Browser,
  { membership }: { membership: { member: { pseudonym: string } } },
) {
  const { members } = MemberList.parse(await (await instructor.send(paths.members(COURSE))).json());
  return members.find(({ pseudonym }) => pseudonym === membership.member.pseudonym)?.id;
}

test("who watches is told of an answer, a run, a submission and where a student is, as they come", async () => {
  const { instructor, student } = await makeClass();
  const member = await memberOf(instructor, student);
  const { next } = await watch(instructor);
  expect(await next()).toEqual({ kind: "hello", here: [], now: expect.stringMatching(/Z$/) });

  await student.post(paths.presence(COURSE), { part: "1f", errors: { code: 2 } });
  expect(await next()).toMatchObject({ kind: "here", member, part: "1f", errors: { code: 2 } });
  await save(student, "1f-text", textOf("It falls."));
  expect(await next()).toMatchObject({ kind: "answer", member, cell: "1f-text", state: "draft" });
  await sendRun(student, { id: crypto.randomUUID(), run: trained });
  expect(await next()).toMatchObject({ kind: "run", member, engine: "moments", lossCourse: "fell" });
  await handIn(student);
  expect(await next()).toMatchObject({ kind: "submission", member });
});

test("who comes later hears first where everyone is, also after the object has slept", async () => {
  const { instructor, student } = await makeClass();
  await student.post(paths.presence(COURSE), { part: "2d" });
  const here = async () => HereList.parse(await (await instructor.send(paths.presence(COURSE))).json()).here;
  await expect.poll(here).toHaveLength(1);
  await evictDurableObject(env.LIVE.get(env.LIVE.idFromName(COURSE)));
  const { next } = await watch(instructor);
  expect(await next()).toMatchObject({ kind: "hello", here: [{ part: "2d", errors: {} }] });
});

test("a socket that slept is still told, and a ping is answered without waking anything", async () => {
  const { instructor, student } = await makeClass();
  const { socket, next, nextText } = await watch(instructor);
  await next();
  await evictDurableObject(env.LIVE.get(env.LIVE.idFromName(COURSE)), { webSockets: "hibernate" });
  socket.send("ping");
  expect(await nextText()).toBe("pong");
  await save(student, "1a-number", { kind: "number", text: "64" });
  expect(await next()).toMatchObject({ kind: "answer", state: "ready" });
});

test("a session that is revoked loses its socket at once; the others keep theirs", async () => {
  const { instructor, student } = await makeClass();
  const again = makeBrowser();
  for (const [name, value] of instructor.cookies) again.cookies.set(name, value);
  const key = StaffKey.parse(
    await (await instructor.post(paths.staff(COURSE), { name: "Grader", role: "grader" })).json(),
  ).signInKey;
  const grader = makeBrowser();
  await grader.post(paths.signIn, { key });
  const [watched, theirs] = [await watch(instructor), await watch(grader)];
  await Promise.all([watched.next(), theirs.next()]);

  const { sessions } = SessionList.parse(await (await grader.send(paths.sessions(COURSE))).json());
  await grader.remove(paths.session(COURSE, sessions[0]?.id ?? ""));
  expect(await theirs.closed).toBe(SESSION_ENDED);
  await save(student, "1a-number", { kind: "number", text: "64" });
  expect(await watched.next()).toMatchObject({ kind: "answer" });
});

test("who is taken off the staff loses the socket at once", async () => {
  const { instructor } = await makeClass();
  const { id, signInKey } = StaffKey.parse(
    await (await instructor.post(paths.staff(COURSE), { name: "Grader", role: "grader" })).json(),
  );
  const grader = makeBrowser();
  await grader.post(paths.signIn, { key: signInKey });
  const { next, closed } = await watch(grader);
  await next();
  await instructor.remove(paths.staffMember(COURSE, id));
  expect(await closed).toBe(SESSION_ENDED);
});

test("a student is refused as if there were no such course, and so is a page of another site", async () => {
  const { instructor, student } = await makeClass();
  const upgrade = { Upgrade: "websocket", Origin: ORIGIN };
  const [refused, unknown] = [
    await student.send(paths.live(COURSE), { headers: upgrade }),
    await student.send(paths.live("nowhere"), { headers: upgrade }),
  ];
  expect([refused.status, await refused.text()]).toEqual([404, await unknown.text()]);
  for (const Origin of ["https://evil.test", undefined]) {
    const headers = { Upgrade: "websocket", ...(Origin === undefined ? {} : { Origin }) };
    const answer = await instructor.send(paths.live(COURSE), { headers });
    expect((await refusal(answer)).status).toBe(403);
  }
  expect((await refusal(await instructor.send(paths.live(COURSE)))).status).toBe(400);
});

test("what the staff do is told to no one: it is no progress", async () => {
  const { instructor, student } = await makeClass();
  const { next } = await watch(instructor);
  await next();
  await instructor.post(paths.presence(COURSE), { part: "1a" });
  await save(instructor, "1a-number", { kind: "number", text: "64" });
  await save(student, "1b-number", { kind: "number", text: "64" });
  expect(await next()).toMatchObject({ kind: "answer", cell: "1b-number" });
});

test("presence that is no part or no error is refused", async () => {
  const { student } = await makeClass();
  for (const [body, field] of [
    [{ part: "Problem 1" }, "part"],
    [{ part: "1a", errors: { weather: 1 } }, "errors.weather"],
    [{ part: "1a", errors: { code: -1 } }, "errors.code"],
  ] as const) {
    expect(await refusal(await student.post(paths.presence(COURSE), body))).toMatchObject({
      status: 400,
      field,
    });
  }
});
