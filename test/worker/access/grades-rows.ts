import { Gradebook } from "../../../shared/api/grading/gradebook.ts";
import { paths } from "../../../shared/api/paths.ts";
import { attemptOf, COURSE, handIn, putAnswer, receiptOf, runAnswer } from "../homework.ts";
import { type Rows, type School, trained } from "./school.ts";

/** By what the gradebook knows the student whom nobody plays. */
async function handleOf({ visitors, bystander }: School): Promise<string> {
  const { students } = Gradebook.parse(await (await visitors.owner.send(paths.gradebook(COURSE))).json());
  return students.handle[students.who?.id.indexOf(bystander) ?? -1] ?? "";
}

/** The same of the student, who has handed in the run by then, unless erased before. */
async function handleOfWork({ visitors, run }: School): Promise<string> {
  const answer = runAnswer([attemptOf([{ id: run, run: trained }])]);
  const saved = await putAnswer(visitors.student, "1f-run", { answer });
  if (saved.status !== 401) await receiptOf(handIn(visitors.student));
  const { students } = Gradebook.parse(await (await visitors.owner.send(paths.gradebook(COURSE))).json());
  return students.handle[students.submission.findIndex((number) => number !== null)] ?? "";
}

const GRADE = { base: 0, submission: null, version: 1, ticked: ["pixels"], adjustment: 0, comment: "" };

/** What graders do, what instructors alone do, and what students read and ask. */
export const gradesRows: Rows = {
  "GET /api/courses/:course/gradebook": {
    ask: (b) => b.send(paths.gradebook(COURSE)),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "GET /api/courses/:course/gradebook/parts/:part": {
    ask: async (b, school) =>
      b.send(`${paths.gradebookPart(COURSE, "1f")}?students=${await handleOf(school)}`),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "GET /api/courses/:course/gradebook/students/:handle": {
    ask: async (b, school) => b.send(paths.gradebookStudent(COURSE, await handleOf(school))),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "GET /api/courses/:course/gradebook/students/:handle/weights/:cell": {
    ask: async (b, school) => b.send(paths.gradedWeights(COURSE, await handleOfWork(school), "1f-run")),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "PUT /api/courses/:course/gradebook/students/:handle/grades/:part": {
    ask: async (b, school) => b.put(paths.grade(COURSE, await handleOf(school), "1a"), GRADE),
    statuses: [401, 401, 401, 403, 403, 200, 200, 200],
  },
  "DELETE /api/courses/:course/gradebook/students/:handle/grades/:part": {
    ask: async (b, school) => b.remove(`${paths.grade(COURSE, await handleOf(school), "1a")}?base=1`),
    statuses: [401, 401, 401, 403, 403, 200, 200, 200],
  },
  "POST /api/courses/:course/gradebook/parts/:part/acceptances": {
    ask: async (b, school) =>
      b.post(paths.acceptProposals(COURSE, "1a"), {
        version: 1,
        students: [{ handle: await handleOf(school), submission: 1, score: 2 }],
      }),
    statuses: [401, 401, 401, 403, 403, 200, 200, 200],
  },
  "PUT /api/courses/:course/gradebook/students/:handle/submission": {
    ask: async (b, school) =>
      b.put(paths.gradedSubmission(COURSE, await handleOf(school)), { base: 0, number: null }),
    statuses: [401, 401, 401, 403, 403, 200, 200, 200],
  },
  "PUT /api/courses/:course/gradebook/students/:handle/late-penalty": {
    ask: async (b, school) =>
      b.put(paths.latePenalty(COURSE, await handleOf(school)), { base: 0, override: null }),
    statuses: [401, 401, 401, 403, 403, 403, 200, 200],
  },
  "PUT /api/courses/:course/gradebook/settings": {
    ask: (b) => b.put(paths.gradebookSettings(COURSE), { base: 0, anonymous: false, columnHeader: null }),
    statuses: [401, 401, 401, 403, 403, 403, 200, 200],
  },
  "PUT /api/courses/:course/gradebook/release": {
    ask: (b) => b.put(paths.release(COURSE), { base: 0, released: false }),
    statuses: [401, 401, 401, 403, 403, 403, 200, 200],
  },
  "GET /api/courses/:course/gradebook/files/:file": {
    ask: (b) => b.send(paths.gradesFile(COURSE, "canvas")),
    statuses: [404, 404, 404, 404, 404, 404, 200, 200],
  },
  "GET /api/courses/:course/gradebook/comments": {
    ask: (b) => b.send(paths.reusedComments(COURSE)),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "POST /api/courses/:course/gradebook/comments": {
    ask: (b) => b.post(paths.reusedComments(COURSE), { part: null, text: "Say why." }),
    statuses: [401, 401, 401, 403, 403, 201, 201, 201],
  },
  "DELETE /api/courses/:course/gradebook/comments/:id": {
    ask: (b) => b.remove(paths.reusedComment(COURSE, "none")),
    statuses: [401, 401, 401, 403, 403, 404, 404, 404],
  },
  "GET /api/courses/:course/gradebook/requests": {
    ask: (b) => b.send(paths.regradeRequests(COURSE)),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "PUT /api/courses/:course/gradebook/requests/:id": {
    ask: (b) => b.put(paths.regradeRequest(COURSE, "none"), { base: 0, text: "It is right." }),
    statuses: [401, 401, 401, 403, 403, 404, 404, 404],
  },
  "GET /api/courses/:course/my-grade": {
    ask: (b) => b.send(paths.myGrade(COURSE)),
    statuses: [404, 404, 404, 200, 200, 404, 404, 404],
  },
  "POST /api/courses/:course/my-grade/requests": {
    ask: (b) => b.post(paths.myRegradeRequests(COURSE), { part: "1a", text: "It is right." }),
    statuses: [401, 401, 401, 409, 409, 403, 403, 403],
  },
};
