import { Hono } from "hono";
import { PutAnswer } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import { answerFacts } from "../../shared/assignment/answer-facts.ts";
import { MAX_ANSWER_JSON_BYTES } from "../../shared/limits.ts";
import { readMember } from "../courses/session.ts";
import type { LabEnv } from "../environment.ts";
import { invalid, NO_SUCH_COURSE, NOT_A_MEMBER, refuse } from "../failures.ts";
import { checkWhose } from "../homework/check-whose.ts";
import { findMisplaced } from "../homework/find-misplaced.ts";
import { putAnswer } from "../homework/put-answer.ts";
import { readPresent } from "../homework/read-present.ts";
import { tellClass } from "../live/tell-class.ts";
import { listAnswers } from "../store/answers.ts";
import { limitBody } from "./body-limit.ts";
import { parseJson } from "./parse.ts";

export const answers = new Hono<LabEnv>();

answers.get(paths.answers(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  const answers = await listAnswers(c.env.DB, { course: member.course, member: member.id });
  return c.json({ pseudonym: member.pseudonym, answers });
});

const limit = limitBody(MAX_ANSWER_JSON_BYTES, {
  what: "an answer",
  advice: "shorten it, or delete runs that you no longer need",
});

answers.put(paths.answer(":course", ":cell"), limit, async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NOT_A_MEMBER);
  const body = await parseJson(c, PutAnswer);
  if (!body.ok) return refuse(c, body.error);
  const { base, answer, pseudonym } = body.value;
  const another = checkWhose(member, pseudonym);
  if (another !== null) return refuse(c, another);
  const cell = c.req.param("cell");
  const { assignment } = await readPresent(c.env.DB, member.course);
  const misplaced = findMisplaced(assignment, cell, answer);
  if (misplaced !== null) return refuse(c, invalid(misplaced));
  const facts = answerFacts(assignment, cell, answer);
  const now = new Date().toISOString();
  const saved = await putAnswer(c.env.DB, { member, cell, base, answer, facts, now });
  if (!saved.ok) return refuse(c, saved.error);
  tellClass(c, member, { kind: "answer", cell, state: facts.state });
  return c.json(saved.value);
});
