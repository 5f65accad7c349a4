import { expect, test } from "vitest";
import type { CreatedCourse } from "../../shared/api/courses.ts";
import { MemberList, SessionList } from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { StoredRun } from "../../shared/api/runs.ts";
import { StaffKey } from "../../shared/api/staff.ts";
import { DIGITS_PATH } from "../../shared/dataset/digits.ts";
import { specId } from "../../shared/spec/identity.ts";
import worker from "../../worker/index.ts";
import { COURSE, handIn, putAnswer, receiptOf, textOf } from "./homework.ts";
import { type Browser, createCourse, join, makeBrowser, signIn, startLab } from "./lab.ts";
import { problem1, putRun, trainRun } from "./real-run.ts";

/** Who asks, in the order of the columns below. */
const VISITORS = [
  "anonymous",
  "student of another course",
  "student who was signed out",
  "another student",
  "student",
  "grader",
  "instructor",
  "owner",
] as const;

const trained = trainRun(problem1(5, { epochs: 3 }));

async function makeSchool() {
  await startLab();
  const [course, other] = [await createCourse(COURSE), await createCourse("other")];
  const student = await join(course);
  const sent = await putRun(student, {
    course: COURSE,
    id: crypto.randomUUID(),
    run: trained.upload,
    weights: trained.weights,
  });
  const { id: run, runLink } = StoredRun.parse(await sent.json());
  const submission = (await receiptOf(handIn(student))).id;
  const bystander = await joinAndFind(course);
  const owner = await signIn(course);
  const colleague = (await invite(owner, "Colleague", "grader")).id;
  const visitors: Record<(typeof VISITORS)[number], Browser> = {
    anonymous: makeBrowser(),
    "student of another course": await join(other),
    "student who was signed out": await signedOut(course),
    "another student": await join(course),
    student,
    ...(await makeStaff(owner)),
    owner,
  };
  return { course, run, runLink, submission, bystander, colleague, visitors };
}

async function invite(owner: Browser, name: string, role: "grader" | "instructor"): Promise<StaffKey> {
  return StaffKey.parse(await (await owner.post(paths.staff(COURSE), { name, role })).json());
}

async function makeStaff(owner: Browser): Promise<{ grader: Browser; instructor: Browser }> {
  const [grader, instructor] = [makeBrowser(), makeBrowser()];
  await grader.post(paths.signIn, { key: (await invite(owner, "Grader", "grader")).signInKey });
  await instructor.post(paths.signIn, { key: (await invite(owner, "Instructor", "instructor")).signInKey });
  return { grader, instructor };
}

/** A student whose session ended while the browser still sends its cookie. */
async function signedOut(course: CreatedCourse): Promise<Browser> {
  const student = await join(course);
  const cookies = new Map(student.cookies);
  const { sessions } = SessionList.parse(await (await student.send(paths.sessions(COURSE))).json());
  await student.remove(paths.session(COURSE, sessions[0]?.id ?? ""));
  for (const [name, value] of cookies) student.cookies.set(name, value);
  return student;
}

/** One more student, whom nobody plays: the id. */
async function joinAndFind(course: CreatedCourse): Promise<string> {
  const { membership } = await join(course);
  const { members } = MemberList.parse(
    await (await (await signIn(course)).send(paths.members(course.course))).json(),
  );
  return members.find(({ pseudonym }) => pseudonym === membership.member.pseudonym)?.id ?? "";
}
type School = Awaited<ReturnType<typeof makeSchool>>;
type Statuses = readonly [number, number, number, number, number, number, number, number];
type Ask = (browser: Browser, school: School) => Promise<Response>;

/** Every route of the Worker, what each visitor asks of it, and the status that each must get. */
const matrix: Record<string, { ask: Ask; statuses: Statuses }> = {
  [`GET ${DIGITS_PATH}`]: {
    ask: (b) => b.send(DIGITS_PATH),
    statuses: [200, 200, 200, 200, 200, 200, 200, 200],
  },
  "GET /api/specs": { ask: (b) => b.send(paths.specs), statuses: [200, 200, 200, 200, 200, 200, 200, 200] },
  "GET /api/specs/:id": {
    ask: (b) => b.send(paths.spec(specId(problem1(5)))),
    statuses: [200, 200, 200, 200, 200, 200, 200, 200],
  },
  "POST /api/courses": {
    ask: (b) => b.post(paths.courses, { course: "mine", title: "Mine" }),
    statuses: [401, 401, 401, 401, 401, 401, 401, 401],
  },
  "GET /api/invitations/:code": {
    ask: (b, { course }) => b.send(paths.invitation(course.joinCode)),
    statuses: [200, 200, 200, 200, 200, 200, 200, 200],
  },
  "POST /api/join": {
    ask: (b, { course }) => b.post(paths.join, { code: course.joinCode }),
    statuses: [201, 201, 201, 200, 200, 200, 200, 200],
  },
  "POST /api/sign-in": {
    ask: (b) => b.post(paths.signIn, { key: "k".repeat(22) }),
    statuses: [404, 404, 404, 404, 404, 404, 404, 404],
  },
  "POST /api/recover": {
    ask: (b) => b.post(paths.recover, { code: "K".repeat(20) }),
    statuses: [404, 404, 404, 404, 404, 404, 404, 404],
  },
  "GET /api/courses/:course/sessions": {
    ask: (b) => b.send(paths.sessions(COURSE)),
    statuses: [404, 404, 404, 200, 200, 200, 200, 200],
  },
  "DELETE /api/courses/:course/sessions/:id": {
    ask: (b) => b.remove(paths.session(COURSE, crypto.randomUUID())),
    statuses: [401, 401, 401, 404, 404, 404, 404, 404],
  },
  "POST /api/courses/:course/recovery-code": {
    ask: (b) => b.post(paths.recoveryCode(COURSE), {}),
    statuses: [401, 401, 401, 201, 201, 201, 201, 201],
  },
  "GET /api/courses/:course/members": {
    ask: (b) => b.send(paths.members(COURSE)),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "POST /api/courses/:course/members/:member/recovery-code": {
    ask: (b, { bystander }) => b.post(paths.memberRecoveryCode(COURSE, bystander), {}),
    statuses: [401, 401, 401, 403, 403, 403, 201, 201],
  },
  "DELETE /api/courses/:course/members/:member/sessions": {
    ask: (b, { bystander }) => b.remove(paths.memberSessions(COURSE, bystander)),
    statuses: [401, 401, 401, 403, 403, 403, 204, 204],
  },
  "POST /api/courses/:course/staff": {
    ask: (b) => b.post(paths.staff(COURSE), { name: crypto.randomUUID(), role: "grader" }),
    statuses: [401, 401, 401, 403, 403, 403, 403, 201],
  },
  "PUT /api/courses/:course/staff/:member": {
    ask: (b, { colleague }) => b.put(paths.staffMember(COURSE, colleague), { role: "instructor" }),
    statuses: [401, 401, 401, 403, 403, 403, 403, 200],
  },
  "POST /api/courses/:course/staff/:member/sign-in-key": {
    ask: (b, { colleague }) => b.post(paths.staffSignInKey(COURSE, colleague), {}),
    statuses: [401, 401, 401, 403, 403, 403, 403, 201],
  },
  "DELETE /api/courses/:course/staff/:member": {
    ask: (b, { colleague }) => b.remove(paths.staffMember(COURSE, colleague)),
    statuses: [401, 401, 401, 403, 403, 403, 403, 204],
  },
  "GET /api/courses/:course/joining": {
    ask: (b) => b.send(paths.joining(COURSE)),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "PUT /api/courses/:course/joining": {
    ask: (b) => b.put(paths.joining(COURSE), { open: true }),
    statuses: [401, 401, 401, 403, 403, 403, 200, 200],
  },
  "GET /api/courses/:course/audit": {
    ask: (b) => b.send(paths.audit(COURSE)),
    statuses: [404, 404, 404, 404, 404, 404, 200, 200],
  },
  "GET /api/courses/:course": {
    ask: (b) => b.send(paths.course(COURSE)),
    statuses: [404, 404, 404, 200, 200, 200, 200, 200],
  },
  "PUT /api/courses/:course/runs/:id": {
    ask: (b) =>
      putRun(b, {
        course: COURSE,
        id: crypto.randomUUID(),
        run: trained.upload,
        weights: trained.weights,
      }),
    statuses: [401, 401, 401, 201, 201, 201, 201, 201],
  },
  "GET /api/courses/:course/runs/:id": {
    ask: (b, { run }) => b.send(paths.run(COURSE, run)),
    statuses: [404, 404, 404, 404, 200, 200, 200, 200],
  },
  "GET /api/courses/:course/runs": {
    ask: (b) => b.send(paths.runs(COURSE)),
    statuses: [404, 404, 404, 200, 200, 200, 200, 200],
  },
  "GET /api/courses/:course/boards/:problem": {
    ask: (b) => b.send(paths.board(COURSE, "problem-1")),
    statuses: [404, 404, 404, 200, 200, 200, 200, 200],
  },
  "GET /api/courses/:course/assignment": {
    ask: (b) => b.send(paths.assignment(COURSE)),
    statuses: [404, 404, 404, 200, 200, 200, 200, 200],
  },
  "PUT /api/courses/:course/assignment": {
    ask: (b) => b.put(paths.assignment(COURSE), { base: 1, dueAt: null }),
    statuses: [401, 401, 401, 403, 403, 403, 200, 200],
  },
  "GET /api/courses/:course/answers": {
    ask: (b) => b.send(paths.answers(COURSE)),
    statuses: [404, 404, 404, 200, 200, 200, 200, 200],
  },
  "PUT /api/courses/:course/answers/:cell": {
    ask: (b) => putAnswer(b, "1f-text", { answer: textOf("It falls.") }),
    statuses: [401, 401, 401, 200, 200, 200, 200, 200],
  },
  "GET /api/courses/:course/submissions": {
    ask: (b) => b.send(paths.submissions(COURSE)),
    statuses: [404, 404, 404, 200, 200, 200, 200, 200],
  },
  "PUT /api/courses/:course/submissions/:id": {
    ask: (b) => b.put(paths.submission(COURSE, crypto.randomUUID()), { version: 1, revisions: {} }),
    statuses: [401, 401, 401, 201, 201, 201, 201, 201],
  },
  "GET /api/courses/:course/submissions/:id": {
    ask: (b, { submission }) => b.send(paths.submission(COURSE, submission)),
    statuses: [404, 404, 404, 404, 200, 200, 200, 200],
  },
  "GET /api/run-links/:token": {
    ask: (b, { runLink }) => b.send(paths.runLink(runLink)),
    statuses: [200, 200, 200, 200, 200, 200, 200, 200],
  },
  "GET /api/run-links/:token/weights": {
    ask: (b, { runLink }) => b.send(paths.runLinkWeights(runLink)),
    statuses: [200, 200, 200, 200, 200, 200, 200, 200],
  },
  "GET /assets/*": {
    ask: (b) => b.send("/assets/no-such-file.js"),
    statuses: [404, 404, 404, 404, 404, 404, 404, 404],
  },
};

test("every route of the Worker has a row in the matrix", () => {
  const handlers = worker.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
  const routes = new Set(handlers.filter((route) => route !== "POST /api/*")); // the body limit, a middleware
  expect([...routes].sort()).toEqual(Object.keys(matrix).sort());
});

for (const [route, { ask, statuses }] of Object.entries(matrix)) {
  test(`${route}: ${VISITORS.map((who, i) => `${who} ${statuses[i]}`).join(", ")}`, async () => {
    const school = await makeSchool();
    const answers = [];
    for (const who of VISITORS) answers.push((await ask(school.visitors[who], school)).status);
    expect(answers).toEqual(statuses);
  });
}

test("an unknown course and one that is not the reader's look alike", async () => {
  const { visitors, run, submission } = await makeSchool();
  const stranger = visitors["student of another course"];
  const pages = [
    paths.course,
    paths.runs,
    (course: string) => paths.board(course, "problem-1"),
    (course: string) => paths.run(course, run),
    paths.assignment,
    paths.answers,
    paths.submissions,
    (course: string) => paths.submission(course, submission),
    paths.sessions,
    paths.members,
    paths.joining,
    paths.audit,
  ];
  for (const path of pages) {
    const [foreign, unknown] = [await stranger.send(path(COURSE)), await stranger.send(path("nowhere"))];
    expect([foreign.status, await foreign.text()]).toEqual([unknown.status, await unknown.text()]);
  }
});

test("another student's run and submission look like ones that are not there", async () => {
  const { visitors, run, submission } = await makeSchool();
  const unknown = crypto.randomUUID();
  for (const [theirs, none] of [
    [paths.run(COURSE, run), paths.run(COURSE, unknown)],
    [paths.submission(COURSE, submission), paths.submission(COURSE, unknown)],
  ] as const) {
    const [foreign, absent] = [
      await visitors["another student"].send(theirs),
      await visitors["another student"].send(none),
    ];
    expect([foreign.status, await foreign.text()]).toEqual([absent.status, await absent.text()]);
  }
});
