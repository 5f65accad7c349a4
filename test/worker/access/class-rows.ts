import { paths } from "../../../shared/api/paths.ts";
import { COURSE } from "../homework.ts";
import { ORIGIN } from "../lab.ts";
import type { Rows } from "./school.ts";

/** How far the class is, for those who see everyone, and what students tell of themselves. */
export const classRows: Rows = {
  "GET /api/courses/:course/class": {
    ask: (b) => b.send(paths.class(COURSE)),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "GET /api/courses/:course/class/plots/:cell": {
    ask: (b) => b.send(paths.classPlot(COURSE, "1f-plot")),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "GET /api/courses/:course/live": {
    ask: async (b) => {
      const answer = await b.send(paths.live(COURSE), { headers: { Upgrade: "websocket", Origin: ORIGIN } });
      answer.webSocket?.accept();
      answer.webSocket?.close();
      return answer;
    },
    statuses: [404, 404, 404, 404, 404, 101, 101, 101],
  },
  "GET /api/courses/:course/presence": {
    ask: (b) => b.send(paths.presence(COURSE)),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "POST /api/courses/:course/presence": {
    ask: (b) => b.post(paths.presence(COURSE), { part: "1f" }),
    statuses: [401, 401, 401, 204, 204, 204, 204, 204],
  },
};
