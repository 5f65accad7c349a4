import { beforeAll, describe, expect, test } from "vitest";
import { CourseView } from "../../../shared/api/courses.ts";
import { paths } from "../../../shared/api/paths.ts";
import { app } from "../../../worker/app.ts";
import { COURSE } from "../homework.ts";
import { boardRows } from "./board-rows.ts";
import { classRows } from "./class-rows.ts";
import { everyoneRows } from "./everyone-rows.ts";
import { flagRows } from "./flag-rows.ts";
import { gradesRows } from "./grades-rows.ts";
import { homeworkRows } from "./homework-rows.ts";
import { peopleRows } from "./people-rows.ts";
import { privacyRows } from "./privacy-rows.ts";
import { rosterRows } from "./roster-rows.ts";
import { runRows } from "./run-rows.ts";
import { scheduleRows } from "./schedule-rows.ts";
import { makeSchool, type Row, type Rows, type School, VISITORS } from "./school.ts";

const matrix: Rows = {
  ...everyoneRows,
  ...peopleRows,
  ...rosterRows,
  ...homeworkRows,
  ...scheduleRows,
  ...runRows,
  ...boardRows,
  ...privacyRows,
  ...classRows,
  ...flagRows,
  ...gradesRows,
};

test("every route of the Worker has a row in the matrix", () => {
  const handlers = app.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
  const routes = new Set(handlers.filter((route) => route !== "POST /api/*")); // the body limit, a middleware
  expect([...routes].sort()).toEqual(Object.keys(matrix).sort());
});

const routes = Object.entries(matrix);
const reads = routes.filter(([route]) => route.startsWith("GET "));

describe("what reads changes nothing, so all of it is asked of one school:", () => {
  let school: School;
  beforeAll(async () => {
    school = await makeSchool();
  });
  for (const row of reads) test(sentence(row), () => askEveryone(row, school));
});

for (const row of routes.filter((row) => !reads.includes(row))) {
  test(sentence(row), async () => askEveryone(row, await makeSchool()));
}

function sentence([route, { statuses }]: Row): string {
  return `${route}: ${VISITORS.map((who, i) => `${who} ${statuses[i]}`).join(", ")}`;
}

async function askEveryone([, { ask, statuses }]: Row, school: School): Promise<void> {
  const answers = [];
  for (const who of VISITORS) answers.push((await ask(school.visitors[who], school)).status);
  expect(answers).toEqual(statuses);
}

test("an unknown course and one that is not the reader's look alike", async () => {
  const { visitors, run, submission } = await makeSchool();
  const stranger = visitors["student of another course"];
  const pages = [
    paths.course,
    paths.runs,
    (course: string) => paths.board(course, "problem-1"),
    paths.boards,
    paths.shownName,
    (course: string) => paths.run(course, run),
    paths.assignment,
    paths.schedule,
    paths.versions,
    paths.answered,
    (course: string) => paths.version(course, "1"),
    paths.extensions,
    paths.answers,
    paths.submissions,
    (course: string) => paths.submission(course, submission),
    paths.sessions,
    paths.passkeys,
    paths.members,
    paths.roster,
    paths.joining,
    paths.audit,
    paths.class,
    (course: string) => paths.classPlot(course, "1f-plot"),
    paths.live,
    paths.presence,
    paths.flags,
    paths.gradebook,
    (course: string) => `${paths.gradebookPart(course, "1f")}?students=0`,
    (course: string) => paths.gradebookStudent(course, "0"),
    (course: string) => paths.gradedWeights(course, "0", "1f-run"),
    paths.reusedComments,
    paths.regradeRequests,
    (course: string) => paths.gradesFile(course, "canvas"),
    paths.myGrade,
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

test("no route that reads names an erased student, whoever asks it", async () => {
  const school = await makeSchool();
  const { visitors, runLink, submission, run } = school;
  const { student, owner } = visitors;
  const { pseudonym } = CourseView.parse(await (await student.send(paths.course(COURSE))).json()).member;
  const words = [pseudonym, runLink, submission, run];
  const ask = async () => {
    const naming = [];
    for (const [route, { ask }] of reads) {
      const body = await (await ask(owner, school)).text();
      if (words.some((word) => body.includes(word))) naming.push(route);
    }
    return naming;
  };
  expect((await ask()).length).toBeGreaterThan(4);
  expect((await student.post(paths.erasure(COURSE), { pseudonym })).status).toBe(204);
  expect(await ask()).toEqual([]);
});
