/** The path of every route; the Worker registers them with parameters such as `:course`, clients pass values. */
export const paths = {
  specs: "/api/specs",
  spec: (id: string) => `/api/specs/${id}`,
  courses: "/api/courses",
  course: (course: string) => `/api/courses/${course}`,
  invitation: (code: string) => `/api/invitations/${code}`,
  join: "/api/join",
  signIn: "/api/sign-in",
  runs: (course: string) => `/api/courses/${course}/runs`,
  run: (course: string, id: string) => `/api/courses/${course}/runs/${id}`,
  board: (course: string, problem: string) => `/api/courses/${course}/boards/${problem}`,
  runLink: (token: string) => `/api/run-links/${token}`,
  runLinkWeights: (token: string) => `/api/run-links/${token}/weights`,
} as const;
