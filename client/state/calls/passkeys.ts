import * as z from "zod/mini";
import { Membership } from "../../../shared/api/courses.ts";
import {
  type AddPasskey,
  PasskeyCreation,
  PasskeyList,
  PasskeyRequest,
  PasskeyView,
  type SignedCredential,
} from "../../../shared/api/passkeys.ts";
import { paths } from "../../../shared/api/paths.ts";
import { ask } from "../api.ts";

/** An answer without a body. */
const NOTHING = z.undefined();

/** One's own passkeys in a course, and signing in with one. */
export const passkeyCalls = {
  list: (course: string) => ask({ path: paths.passkeys(encodeURIComponent(course)), answer: PasskeyList }),

  beginAdding: (course: string) =>
    ask({
      path: paths.passkeyToAdd(encodeURIComponent(course)),
      answer: PasskeyCreation,
      method: "POST",
      json: {},
    }),

  add: (course: string, wish: AddPasskey) =>
    ask({
      path: paths.passkeys(encodeURIComponent(course)),
      answer: PasskeyView,
      method: "POST",
      json: wish,
    }),

  remove: (course: string, id: string) =>
    ask({
      path: paths.passkey(encodeURIComponent(course), encodeURIComponent(id)),
      answer: NOTHING,
      method: "DELETE",
    }),

  beginSignIn: () => ask({ path: paths.passkeyToSignIn, answer: PasskeyRequest, method: "POST", json: {} }),

  signIn: (credential: SignedCredential) =>
    ask({ path: paths.passkeySignIn, answer: Membership, method: "POST", json: { credential } }),
};
