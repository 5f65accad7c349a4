import type { APIRequestContext } from "@playwright/test";
import { AnswerSaved, AssignmentView } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";

/** Answers a few cells of a course's homework and hands it in, as the member whose cookie `request` sends. */
export async function handIn(
  request: APIRequestContext,
  course: string,
  answers: {
    readonly numbers?: Readonly<Record<string, string>>;
    readonly texts?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { version } = AssignmentView.parse(await (await request.get(paths.assignment(course))).json());
  const put = [
    ...Object.entries(answers.numbers ?? {}).map(([cell, text]) => [cell, { kind: "number", text }] as const),
    ...Object.entries(answers.texts ?? {}).map(
      ([cell, markdown]) => [cell, { kind: "text", markdown }] as const,
    ),
  ];
  const revisions: Record<string, number> = {};
  for (const [cell, answer] of put) {
    const response = await request.put(paths.answer(course, cell), { data: { base: 0, answer } });
    if (!response.ok()) throw new Error(`answer ${cell}: ${response.status()} ${await response.text()}`);
    revisions[cell] = AnswerSaved.parse(await response.json()).revision;
  }
  const id = crypto.randomUUID();
  const handed = await request.put(paths.submission(course, id), { data: { version, revisions } });
  if (!handed.ok()) throw new Error(`handing in: ${handed.status()} ${await handed.text()}`);
}
