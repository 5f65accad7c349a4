import { env, exports } from "cloudflare:workers";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { Membership, SpecList } from "../../shared/api/courses.ts";
import { paths } from "../../shared/api/paths.ts";
import { createCourse, join, makeBrowser, ORIGIN, refusal, signIn, startLab } from "./lab.ts";

beforeEach(startLab);

describe("a course", () => {
  const key = { Authorization: `Bearer ${env.SETUP_KEY}` };

  test("is made with the setup key: built-in problems, a code to join, a key for its instructor", async () => {
    const created = await createCourse("ece-4803");
    expect(created.joinCode).toMatch(/^[A-Z2-9]{8}$/);
    expect(created.instructorKey).toMatch(/^[\w-]{22}$/);
    const answer = await makeBrowser().send(`${paths.specs}?course=ece-4803`);
    const { specs } = SpecList.parse(await answer.json());
    expect(specs.map(({ problem }) => problem)).toEqual(["problem-1", "problem-2", "problem-3"]);
  });

  test("is refused without the key, with another one, and under a name that is taken", async () => {
    const body = { course: "ece-4803", title: "ECE 4803" };
    expect((await makeBrowser().post(paths.courses, body)).status).toBe(401);
    expect((await makeBrowser().post(paths.courses, body, { Authorization: "Bearer wrong" })).status).toBe(
      401,
    );
    expect((await makeBrowser().post(paths.courses, body, key)).status).toBe(201);
    const again = await refusal(await makeBrowser().post(paths.courses, body, key));
    expect(again).toMatchObject({ status: 409, field: "course" });
  });

  test.each([
    [{ course: "ECE 4803", title: "x" }, "course"],
    [{ course: "ece", title: "" }, "title"],
    [{ course: "ece" }, "title"],
    ["{", undefined],
  ])("described as %j is refused by field", async (body, field) => {
    expect(await refusal(await makeBrowser().post(paths.courses, body, key))).toMatchObject({
      status: 400,
      field,
    });
  });

  test("keeps neither tokens nor keys as they are", async () => {
    const created = await createCourse("ece-4803");
    const student = await join(created);
    const [token = ""] = student.cookies.values();
    const { results } = await env.DB.prepare(
      "SELECT token_hash AS hash FROM sessions UNION SELECT key_hash FROM sign_in_keys",
    ).all();
    const text = JSON.stringify(results);
    expect(text).not.toContain(created.instructorKey);
    expect(token.length).toBe(22);
    expect(text).not.toContain(token);
  });
});

describe("joining", () => {
  test("takes a code and gives a pseudonym, no password", async () => {
    const { membership } = await join(await createCourse("ece-4803"));
    expect(Membership.parse(membership)).toMatchObject({ course: "ece-4803", member: { role: "student" } });
    expect(membership.member.pseudonym).toMatch(/^[a-z]+-[a-z]+-\d\d$/);
  });

  test("a second time from the same browser is the same member", async () => {
    const course = await createCourse("ece-4803");
    const student = await join(course);
    const again = await student.post(paths.join, { code: course.joinCode });
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(student.membership);
    expect(
      await env.DB.prepare("SELECT COUNT(*) FROM members WHERE role = 'student'").first("COUNT(*)"),
    ).toBe(1);
  });

  test("draws again where the pseudonym is taken, and gives one cookie alone", async () => {
    const course = await createCourse("ece-4803");
    const draws = [7, 7, 9];
    const random = crypto.getRandomValues.bind(crypto);
    const drawing = vi.spyOn(crypto, "getRandomValues").mockImplementation((array) => {
      if (array instanceof Uint32Array && array.length === 1) return array.fill(draws.shift() ?? 0) && array;
      return random(array);
    });
    onTestFinished(() => drawing.mockRestore());
    const first = await join(course);
    const answer = await makeBrowser().post(paths.join, { code: course.joinCode });
    expect(draws).toEqual([]);
    expect(Membership.parse(await answer.json()).member.pseudonym).not.toBe(
      first.membership.member.pseudonym,
    );
    const [cookie, ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    const Cookie = cookie?.split(";")[0] ?? "";
    expect((await makeBrowser().send(paths.course("ece-4803"), { headers: { Cookie } })).status).toBe(200);
  });

  test("shows before which course a code leads to, in small letters too", async () => {
    const { joinCode } = await createCourse("ece-4803");
    const answer = await makeBrowser().send(paths.invitation(joinCode.toLowerCase()));
    expect(await answer.json()).toEqual({ course: "ece-4803", title: "Course ece-4803", roster: "none" });
  });

  test("with a wrong code says what to do", async () => {
    const wrong = await refusal(await makeBrowser().post(paths.join, { code: "NOSUCH22" }));
    expect(wrong.status).toBe(404);
    expect(wrong.message).toContain("ask your instructor");
    expect((await refusal(await makeBrowser().post(paths.join, { code: "no code" }))).field).toBe("code");
    expect((await makeBrowser().send(paths.invitation("NOSUCH22"))).status).toBe(404);
  });

  test("two courses with one browser keeps both", async () => {
    const [first, second] = [await createCourse("first"), await createCourse("second")];
    const student = await join(first);
    await student.post(paths.join, { code: second.joinCode });
    for (const name of ["first", "second"]) expect((await student.send(paths.course(name))).status).toBe(200);
  });
});

describe("a session", () => {
  test("is a __Host- cookie that scripts cannot read, and over plain http one without Secure", async () => {
    const { joinCode } = await createCourse("ece-4803");
    const cookie = async (origin: string) => {
      const answer = await exports.default.fetch(
        new Request(`${origin}${paths.join}`, { method: "POST", body: JSON.stringify({ code: joinCode }) }),
      );
      return answer.headers.getSetCookie()[0] ?? "";
    };
    expect(await cookie(ORIGIN)).toMatch(
      /^__Host-lab-ece-4803=[\w-]{22}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await cookie("http://192.168.1.7:8787")).toMatch(
      /^lab-ece-4803=[\w-]{22}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test("that has expired is none", async () => {
    const student = await join(await createCourse("ece-4803"));
    expect((await student.send(paths.course("ece-4803"))).status).toBe(200);
    await env.DB.prepare("UPDATE sessions SET expires_at = '2020-01-01T00:00:00.000Z'").run();
    expect((await student.send(paths.course("ece-4803"))).status).toBe(404);
  });

  test("of one course opens no other, under whatever name its cookie is sent", async () => {
    await createCourse("ece-4803");
    const stranger = await join(await createCourse("other"));
    stranger.cookies.set("__Host-lab-ece-4803", stranger.cookies.get("__Host-lab-other") ?? "");
    expect((await stranger.send(paths.course("other"))).status).toBe(200);
    expect((await stranger.send(paths.course("ece-4803"))).status).toBe(404);
  });

  test("opens with the key of who made the course as its owner", async () => {
    const instructor = await signIn(await createCourse("ece-4803"));
    const course = Membership.parse(await (await instructor.send(paths.course("ece-4803"))).json());
    expect(course.member.role).toBe("owner");
    expect((await makeBrowser().post(paths.signIn, { key: "x".repeat(22) })).status).toBe(404);
  });
});

test("a post from another site is refused whatever its content type", async () => {
  const { joinCode } = await createCourse("ece-4803");
  const answer = await makeBrowser().post(
    paths.join,
    { code: joinCode },
    { Origin: "https://elsewhere.test" },
  );
  expect((await refusal(answer)).status).toBe(403);
});

test("a body that is far too long is refused before it is read", async () => {
  const answer = await makeBrowser().post(paths.join, JSON.stringify({ code: "A".repeat(30_000) }));
  expect((await refusal(answer)).status).toBe(413);
});
