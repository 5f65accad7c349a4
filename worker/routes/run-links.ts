import { Hono } from "hono";
import { paths } from "../../shared/api/paths.ts";
import { History, type RunView } from "../../shared/api/runs.ts";
import type { LabEnv } from "../environment.ts";
import { refuse } from "../failures.ts";
import { readBytes } from "../store/bytes.ts";
import { readLinkedRun } from "../store/run-links.ts";
import { immutable } from "./immutable.ts";

const NO_SUCH_LINK = {
  reason: "notFound",
  message: "No run has this link. Check that it was copied whole.",
} as const;
const ON_ITS_WAY = {
  reason: "notFound",
  message: "This run's bytes are still on their way to this part of the network; try again in a minute.",
} as const;

export const runLinks = new Hono<LabEnv>();

runLinks.get(paths.runLink(":token"), async (c) => {
  const run = await readLinkedRun(c.env.DB, c.req.param("token"));
  if (run === null) return refuse(c, NO_SUCH_LINK);
  const bytes = await readBytes(c.env.BYTES, run.historyHash);
  if (bytes === null) return refuse(c, ON_ITS_WAY);
  const { historyHash: _, ...shown } = run;
  const view: RunView = { ...shown, history: History.parse(JSON.parse(new TextDecoder().decode(bytes))) };
  return c.json(view, 200, { "Cache-Control": "no-cache" });
});

runLinks.get(paths.runLinkWeights(":token"), async (c) => {
  const run = await readLinkedRun(c.env.DB, c.req.param("token"));
  if (run === null) return refuse(c, NO_SUCH_LINK);
  const bytes = await readBytes(c.env.BYTES, run.weightsHash);
  if (bytes === null) return refuse(c, ON_ITS_WAY);
  c.header("Content-Disposition", 'attachment; filename="weights.safetensors"');
  return immutable(c, { hash: run.weightsHash, type: "application/octet-stream", body: bytes });
});
