import { Hono } from "hono";
import {
  CreateCourse,
  type Invitation,
  JoinCode,
  JoinCourse,
  type Membership,
  SignIn,
} from "../../shared/api/courses.ts";
import { type Joined, Recover } from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { createCourse } from "../courses/create.ts";
import { join } from "../courses/join.ts";
import { hashToken, sameSecret } from "../courses/secrets.ts";
import { readMember, signIn } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, refuse } from "../failures.ts";
import { readCourse, readCourseByCode } from "../store/courses.ts";
import { type Member, readMemberBySignInKey } from "../store/members.ts";
import { readMemberByRecoveryCode } from "../store/recovery-codes.ts";
import { hasRoster } from "../store/roster.ts";
import { parseJson } from "./parse.ts";

function membership(course: { course: string; title: string }, { pseudonym, role }: Member): Membership {
  return { course: course.course, title: course.title, member: { pseudonym, role } };
}

const NO_SUCH_CODE = {
  reason: "notFound",
  message: "No course has this code. Check it letter by letter, or ask your instructor for the present one.",
} as const;

const CLOSED = {
  reason: "forbidden",
  message:
    "This class takes in no one at present. Ask your instructor to open it; who joined before comes back with the recovery code.",
} as const;

export const courses = new Hono<LabEnv>();

courses.post(paths.courses, async (c) => {
  const expected = c.env.SETUP_KEY;
  if (expected === undefined || expected === "") {
    return refuse(c, {
      reason: "forbidden",
      message:
        "This deployment has no SETUP_KEY, so no course can be made; set one with: npx wrangler secret put SETUP_KEY",
    });
  }
  const given = /^Bearer (.+)$/.exec(c.req.header("Authorization") ?? "")?.[1];
  if (given === undefined || !sameSecret(given, expected)) {
    return refuse(c, {
      reason: "notSignedIn",
      message: "Expected the header Authorization: Bearer SETUP_KEY with this deployment's key.",
    });
  }
  const body = await parseJson(c, CreateCourse);
  if (!body.ok) return refuse(c, body.error);
  const created = await createCourse(c.env.DB, { ...body.value, now: new Date().toISOString() });
  return created === null
    ? refuse(c, {
        reason: "conflict",
        message: `A course ${body.value.course} exists already; choose another name.`,
        field: "course",
      })
    : c.json(created, 201);
});

courses.get(paths.invitation(":code"), async (c) => {
  const code = JoinCode.safeParse(c.req.param("code").toUpperCase());
  const course = code.success ? await readCourseByCode(c.env.DB, code.data) : null;
  if (course === null) return refuse(c, NO_SUCH_CODE);
  if (!course.joinOpen) return refuse(c, CLOSED);
  const roster = course.joinByRoster
    ? "required"
    : (await hasRoster(c.env.DB, course.course))
      ? "optional"
      : "none";
  return c.json({ course: course.course, title: course.title, roster } satisfies Invitation);
});

courses.post(paths.join, async (c) => {
  const body = await parseJson(c, JoinCourse);
  if (!body.ok) return refuse(c, body.error);
  const course = await readCourseByCode(c.env.DB, body.value.code);
  if (course === null) return refuse(c, NO_SUCH_CODE);
  const known = await readMember(c, course.course);
  if (known !== null) return c.json(membership(course, known) satisfies Joined);
  if (!course.joinOpen) return refuse(c, CLOSED);
  const joined = await join(c, course, body.value);
  if (!joined.ok) return refuse(c, joined.error);
  const { member, recoveryCode } = joined.value;
  return c.json({ ...membership(course, member), recoveryCode } satisfies Joined, 201);
});

courses.post(paths.recover, async (c) => {
  const body = await parseJson(c, Recover);
  if (!body.ok) return refuse(c, body.error);
  const member = await readMemberByRecoveryCode(c.env.DB, hashToken(body.value.code));
  const course = member === null ? null : await readCourse(c.env.DB, member.course);
  if (member === null || course === null) {
    return refuse(c, {
      reason: "notFound",
      message:
        "No one has this recovery code (any more). Check it letter by letter, or ask your instructor for a new one.",
      field: "code",
    });
  }
  await signIn(c, member);
  return c.json(membership(course, member), 201);
});

courses.post(paths.signIn, async (c) => {
  const body = await parseJson(c, SignIn);
  if (!body.ok) return refuse(c, body.error);
  const member = await readMemberBySignInKey(c.env.DB, hashToken(body.value.key));
  const course = member === null ? null : await readCourse(c.env.DB, member.course);
  if (member === null || course === null) {
    return refuse(c, {
      reason: "notFound",
      message: "This sign-in link is not valid (any more); ask for a new one.",
    });
  }
  await signIn(c, member);
  return c.json(membership(course, member), 201);
});

courses.get(paths.course(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  const course = member === null ? null : await readCourse(c.env.DB, member.course);
  return member === null || course === null ? refuse(c, NO_SUCH_COURSE) : c.json(membership(course, member));
});
