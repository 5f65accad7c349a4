import { paths } from "../../../shared/api/paths.ts";
import { COURSE } from "../homework.ts";
import type { Rows } from "./school.ts";

/** Ways in, the staff and who is in a course. */
export const peopleRows: Rows = {
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
  "GET /api/courses/:course/passkeys": {
    ask: (b) => b.send(paths.passkeys(COURSE)),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "POST /api/courses/:course/passkeys/challenge": {
    ask: (b) => b.post(paths.passkeyToAdd(COURSE), {}),
    statuses: [401, 401, 401, 404, 404, 201, 201, 201],
  },
  "POST /api/courses/:course/passkeys": {
    ask: (b) => b.post(paths.passkeys(COURSE), {}),
    statuses: [401, 401, 401, 404, 404, 400, 400, 400],
  },
  "DELETE /api/courses/:course/passkeys/:id": {
    ask: (b) => b.remove(paths.passkey(COURSE, crypto.randomUUID())),
    statuses: [401, 401, 401, 404, 404, 404, 404, 404],
  },
  "POST /api/passkeys/challenge": {
    ask: (b) => b.post(paths.passkeyToSignIn, {}),
    statuses: [201, 201, 201, 201, 201, 201, 201, 201],
  },
  "POST /api/passkeys/sign-in": {
    ask: (b) => b.post(paths.passkeySignIn, {}),
    statuses: [400, 400, 400, 400, 400, 400, 400, 400],
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
};
