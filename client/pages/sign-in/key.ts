import { SignIn } from "../../../shared/api/courses.ts";

/** An instructor's key out of a link's fragment, a pasted link or the bare key; null where there is none. */
export function readKey(text: string): string | null {
  const bare = text.trim().replace(/^.*#/, "");
  return SignIn.safeParse({ key: bare }).success ? bare : null;
}
