import { paths } from "../../../shared/api/paths.ts";
import { COURSE } from "../homework.ts";
import { putRun } from "../real-run.ts";
import { type Rows, trained } from "./school.ts";

/** Runs and run links. */
export const runRows: Rows = {
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
  "GET /api/run-links/:token": {
    ask: (b, { runLink }) => b.send(paths.runLink(runLink)),
    statuses: [200, 200, 200, 200, 200, 200, 200, 200],
  },
  "GET /api/run-links/:token/weights": {
    ask: (b, { runLink }) => b.send(paths.runLinkWeights(runLink)),
    statuses: [200, 200, 200, 200, 200, 200, 200, 200],
  },
};
