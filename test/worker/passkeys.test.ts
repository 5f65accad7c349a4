import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { type CreatedCourse, Membership } from "../../shared/api/courses.ts";
import { ExportPage } from "../../shared/api/export.ts";
import { PasskeyCreation, PasskeyList, PasskeyRequest, PasskeyView } from "../../shared/api/passkeys.ts";
import { paths } from "../../shared/api/paths.ts";
import { AuditLog, StaffKey } from "../../shared/api/staff.ts";
import {
  MAX_PASSKEYS_A_MEMBER,
  MAX_SIGN_IN_CHALLENGES,
  PASSKEY_CHALLENGE_SECONDS,
} from "../../shared/limits.ts";
import { beginAdding, finishAdding } from "../../worker/passkeys/add-passkey.ts";
import { beginSignIn, finishSignIn } from "../../worker/passkeys/sign-in.ts";
import { runDailyStep } from "../../worker/privacy/daily-job.ts";
import { readMemberById } from "../../worker/store/members.ts";
import { type Authenticator, makeAuthenticator } from "./authenticator.ts";
import { type Browser, createCourse, join, makeBrowser, ORIGIN, refusal, signIn, startLab } from "./lab.ts";

const COURSE = "ece-4803";
const EVIL = "https://lab.test.evil.example";

let course: CreatedCourse;
let owner: Browser;
let kim: Browser;
let kimId: string;
beforeEach(async () => {
  await startLab();
  course = await createCourse(COURSE);
  owner = await signIn(course);
  const invited = await owner.post(paths.staff(COURSE), { name: "Kim", role: "grader" });
  const { id, signInKey } = StaffKey.parse(await invited.json());
  [kim, kimId] = [makeBrowser(), id];
  await kim.post(paths.signIn, { key: signInKey });
});

const toAdd = async (browser: Browser, inCourse = COURSE) =>
  PasskeyCreation.parse(await (await browser.post(paths.passkeyToAdd(inCourse), {})).json());
const toSignIn = async () =>
  PasskeyRequest.parse(await (await makeBrowser().post(paths.passkeyToSignIn, {})).json());
const list = async (browser: Browser) =>
  PasskeyList.parse(await (await browser.send(paths.passkeys(COURSE))).json()).passkeys;
const readAudit = async () =>
  AuditLog.parse(await (await owner.send(paths.audit(COURSE))).json()).entries.map(({ actor, change }) => ({
    actor,
    ...change,
  }));

async function add(browser: Browser, name = "Laptop", device = makeAuthenticator({ origin: ORIGIN })) {
  const credential = await device.create(await toAdd(browser));
  const answer = await browser.post(paths.passkeys(COURSE), { name, credential });
  return { device, credential, passkey: PasskeyView.parse(await answer.json()) };
}

/** A new browser in which the device signs in, and what the lab said. */
async function enter(device: Authenticator, where: { shownOrigin?: string; rpId?: string } = {}) {
  const browser = makeBrowser();
  const credential = await device.sign(await toSignIn(), where);
  const answer = await browser.post(paths.passkeySignIn, { credential });
  return { browser, credential, answer };
}

describe("Someone on the staff", () => {
  test("adds a passkey, signs in with it in another browser, and sees when it was last used", async () => {
    const { device, passkey } = await add(kim);
    expect(passkey).toMatchObject({ name: "Laptop", usedAt: null });
    const { browser, answer } = await enter(device);
    expect(answer.status).toBe(201);
    expect(Membership.parse(await answer.json())).toEqual({
      course: COURSE,
      title: `Course ${COURSE}`,
      member: { pseudonym: "Kim", role: "grader" },
    });
    expect(await list(browser)).toMatchObject([
      { id: passkey.id, name: "Laptop", usedAt: expect.any(String) },
    ]);
    expect((await enter(device)).answer.status).toBe(201);
  });

  test("is asked for a passkey of this host that the device can find by itself", async () => {
    const { credential } = await add(kim);
    expect(await toAdd(kim)).toMatchObject({
      rp: { id: "lab.test" },
      attestation: "none",
      excludeCredentials: [{ id: credential.id }],
      authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
    });
    expect(await toSignIn()).toMatchObject({ rpId: "lab.test", userVerification: "preferred" });
  });

  test("removes one of one's own, which then signs nobody in, and nobody else's", async () => {
    const { device, passkey } = await add(kim);
    expect((await owner.remove(paths.passkey(COURSE, passkey.id))).status).toBe(404);
    expect((await kim.remove(paths.passkey(COURSE, passkey.id))).status).toBe(204);
    expect(await list(kim)).toEqual([]);
    expect((await refusal((await enter(device)).answer)).status).toBe(404);
    expect(await readAudit()).toMatchObject([
      { actor: "Kim", kind: "passkeyRemoved", name: "Laptop" },
      { actor: "Kim", kind: "passkeyAdded", name: "Laptop" },
      { kind: "staffInvited" },
    ]);
  });

  test("who is taken out has no passkey any more, and cannot finish adding one", async () => {
    const { device } = await add(kim);
    const waiting = makeAuthenticator({ origin: ORIGIN });
    const options = await toAdd(kim);
    const member = await readMemberById(env.DB, COURSE, kimId);
    if (member === null) throw new Error("Kim is not there");
    expect((await owner.remove(paths.staffMember(COURSE, kimId))).status).toBe(204);
    expect((await enter(device)).answer.status).toBe(404);
    expect(
      (await kim.post(paths.passkeys(COURSE), { name: "x", credential: await waiting.create(options) }))
        .status,
    ).toBe(401);
    // A request that had passed the door before: it is stopped by the database.
    const ceremony = { db: env.DB, origin: ORIGIN, host: "lab.test", now: new Date() };
    const begun = await beginAdding(ceremony, member);
    if (!begun.ok) throw new Error(begun.error.message);
    const late = await finishAdding(ceremony, member, {
      name: "x",
      credential: await waiting.create(begun.value),
    });
    expect(late.ok).toBe(false);
    expect(await env.DB.prepare("SELECT COUNT(*) AS n FROM passkeys").first("n")).toBe(0);
  });

  test("comes in with the role of now", async () => {
    const { device } = await add(kim);
    await owner.put(paths.staffMember(COURSE, kimId), { role: "instructor" });
    const { answer } = await enter(device);
    expect(Membership.parse(await answer.json()).member.role).toBe("instructor");
  });

  test("has a bounded number of them, each with a name", async () => {
    for (let i = 0; i < MAX_PASSKEYS_A_MEMBER - 1; i++)
      await env.DB.prepare(
        `INSERT INTO passkeys (id, course, member, name, credential_id, public_key, counter, created_at)
         VALUES (?1, ?2, ?3, 'Key', ?1, 'x', 0, '2026-01-01')`,
      )
        .bind(`key-${i}`, COURSE, kimId)
        .run();
    const device = makeAuthenticator({ origin: ORIGIN });
    const credential = await device.create(await toAdd(kim));
    expect(await refusal(await kim.post(paths.passkeys(COURSE), { name: " ", credential }))).toMatchObject({
      status: 400,
      field: "name",
    });
    expect((await kim.post(paths.passkeys(COURSE), { name: "Last", credential })).status).toBe(201);
    expect((await refusal(await kim.post(paths.passkeyToAdd(COURSE), {}))).status).toBe(409);
    expect(await list(kim)).toHaveLength(MAX_PASSKEYS_A_MEMBER);
  });

  test("finds the passkey in one's own file, without any key", async () => {
    const { credential } = await add(kim);
    const file = await (await kim.send(paths.mine(COURSE, "passkeys"))).text();
    expect(ExportPage.parse(JSON.parse(file)).rows).toEqual([
      { name: "Laptop", addedAt: expect.any(String), usedAt: null },
    ]);
    const key = await env.DB.prepare("SELECT public_key FROM passkeys").first<string>("public_key");
    for (const secret of [credential.id, key ?? ""]) expect(file).not.toContain(secret);
  });
});

test("A passkey signs in to its own course alone", async () => {
  await createCourse("other").then(signIn);
  const { device } = await add(kim);
  const { browser } = await enter(device);
  expect((await browser.send(paths.course(COURSE))).status).toBe(200);
  expect((await browser.send(paths.course("other"))).status).toBe(404);
});

test("A challenge of one course's member adds no passkey for anyone else", async () => {
  const other = await signIn(await createCourse("other"));
  const credential = await makeAuthenticator({ origin: ORIGIN }).create(await toAdd(other, "other"));
  for (const browser of [owner, kim]) {
    const answer = await browser.post(paths.passkeys(COURSE), { name: "x", credential });
    expect((await refusal(answer)).status).toBe(400);
  }
  expect((await other.post(paths.passkeys("other"), { name: "x", credential })).status).toBe(201);
});

test("A device that is known in the lab is added by nobody else", async () => {
  const { credential } = await add(kim);
  const again = await makeAuthenticator({ origin: ORIGIN }).create(await toAdd(owner));
  // The same id under the other's challenge: what the device signed is the lab's to check, the id it chooses itself.
  await env.DB.prepare("UPDATE passkeys SET credential_id = ?").bind(again.id).run();
  const answer = await owner.post(paths.passkeys(COURSE), { name: "x", credential: again });
  expect((await refusal(answer)).status).toBe(409);
  expect(credential.id).not.toBe(again.id);
});

describe("The lab refuses", () => {
  test("a passkey that was made or used on another site, whoever passes it on", async () => {
    const device = makeAuthenticator({ origin: ORIGIN });
    for (const where of [{ shownOrigin: EVIL }, { rpId: "evil.example" }]) {
      const credential = await device.create(await toAdd(kim), where);
      expect((await refusal(await kim.post(paths.passkeys(COURSE), { name: "x", credential }))).status).toBe(
        400,
      );
    }
    await add(kim, "Laptop", device);
    for (const where of [{ shownOrigin: EVIL }, { rpId: "evil.example" }]) {
      const { answer, browser } = await enter(device, where);
      expect((await refusal(answer)).status).toBe(401);
      expect(browser.cookies.size).toBe(0);
    }
    expect((await enter(device)).answer.status).toBe(201);
  });

  test("what was sent before: a challenge counts once", async () => {
    const { device, credential: made } = await add(kim);
    expect(
      (await refusal(await kim.post(paths.passkeys(COURSE), { name: "x", credential: made }))).status,
    ).toBe(400);
    const { credential } = await enter(device);
    const replayed = await makeBrowser().post(paths.passkeySignIn, { credential });
    expect((await refusal(replayed)).message).toContain("was used before");
  });

  test("a challenge that this lab never gave out, and one that was for something else", async () => {
    const { device } = await add(kim);
    for (const { challenge } of [{ challenge: "A".repeat(43) }, await toAdd(kim)]) {
      const credential = await device.sign({ challenge });
      expect((await makeBrowser().post(paths.passkeySignIn, { credential })).status).toBe(400);
    }
    const { challenge } = await toSignIn();
    const credential = await device.create({ ...(await toAdd(kim)), challenge });
    expect((await kim.post(paths.passkeys(COURSE), { name: "x", credential })).status).toBe(400);
  });

  test("an answer that comes after its five minutes", async () => {
    const { device } = await add(kim);
    const begin = new Date("2026-12-01T10:00:00.000Z");
    const at = (seconds: number) => ({
      db: env.DB,
      origin: ORIGIN,
      host: "lab.test",
      now: new Date(begin.getTime() + seconds * 1_000),
    });
    const signedAfter = async (seconds: number) => {
      const credential = await device.sign(await beginSignIn(at(0)));
      return finishSignIn(at(seconds), credential);
    };
    expect(await signedAfter(PASSKEY_CHALLENGE_SECONDS - 1)).toMatchObject({ ok: true });
    expect(await signedAfter(PASSKEY_CHALLENGE_SECONDS)).toMatchObject({
      ok: false,
      error: { reason: "invalid" },
    });
  });

  test("a signature of another key, and one under another's name", async () => {
    const { device } = await add(kim);
    const stranger = makeAuthenticator({ origin: ORIGIN });
    await stranger.create(await toAdd(owner));
    const options = await toSignIn();
    const mine = await device.sign(options);
    const theirs = await stranger.sign(options);
    const forged = { ...mine, response: { ...mine.response, signature: theirs.response.signature } };
    expect((await makeBrowser().post(paths.passkeySignIn, { credential: forged })).status).toBe(401);
    const signed = await device.sign(await toSignIn());
    const renamed = {
      ...signed,
      response: { ...signed.response, userHandle: theirs.response.userHandle },
    };
    expect((await makeBrowser().post(paths.passkeySignIn, { credential: renamed })).status).toBe(401);
  });

  test("a count of signatures that does not go on: a copy of the device made them", async () => {
    const { device } = await add(kim);
    expect((await enter(device)).answer.status).toBe(201);
    device.countFrom(0);
    expect((await enter(device)).answer.status).toBe(401);
    device.countFrom(10);
    expect((await enter(device)).answer.status).toBe(201);
  });

  test("a device that counts nothing is let in again and again", async () => {
    const { device } = await add(kim);
    await env.DB.prepare("UPDATE passkeys SET counter = 0").run();
    for (let visit = 0; visit < 2; visit++) {
      device.countFrom(-1);
      expect((await enter(device)).answer.status).toBe(201);
    }
  });

  test("students: to them there are no passkeys", async () => {
    const student = await join(course);
    const credential = await makeAuthenticator({ origin: ORIGIN }).create(await toAdd(kim));
    for (const answer of [
      await student.send(paths.passkeys(COURSE)),
      await student.post(paths.passkeyToAdd(COURSE), {}),
      await student.post(paths.passkeys(COURSE), { name: "x", credential }),
      await student.remove(paths.passkey(COURSE, crypto.randomUUID())),
    ])
      expect(answer.status).toBe(404);
  });
});

describe("Challenges", () => {
  const count = () => env.DB.prepare("SELECT COUNT(*) AS n FROM passkey_challenges").first<number>("n");

  test("of those who sign in are bounded, and the newest is among them", async () => {
    await env.DB.prepare(
      `INSERT INTO passkey_challenges (challenge, expires_at)
       WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ?)
       SELECT 'old-' || value, '2026-01-01' FROM n`,
    )
      .bind(MAX_SIGN_IN_CHALLENGES)
      .run();
    const { device } = await add(kim);
    expect((await enter(device)).answer.status).toBe(201);
    await toSignIn();
    expect(await count()).toBe(MAX_SIGN_IN_CHALLENGES);
  });

  test("of a member are one, the last", async () => {
    const [first, second] = [await toAdd(kim), await toAdd(kim)];
    expect(await count()).toBe(1);
    const device = makeAuthenticator({ origin: ORIGIN });
    const statuses = [];
    for (const options of [first, second]) {
      const credential = await device.create(options);
      statuses.push((await kim.post(paths.passkeys(COURSE), { name: "x", credential })).status);
    }
    expect(statuses).toEqual([400, 201]);
  });

  test("that nobody answered are deleted by the daily job", async () => {
    const now = new Date("2026-12-01T03:00:00.000Z");
    const ceremony = { db: env.DB, origin: ORIGIN, host: "lab.test" };
    await beginSignIn({ ...ceremony, now: new Date(now.getTime() - 3_600_000) });
    await beginSignIn({ ...ceremony, now });
    expect(await count()).toBe(2);
    await runDailyStep(env, now);
    expect(await count()).toBe(1);
  });
});
