import { Hono } from "hono";
import { DIGITS_PATH, DIGITS_SHA256 } from "../../shared/dataset/digits.ts";
import { digitsBytes } from "../digits.ts";
import type { LabEnv } from "../environment.ts";
import { refuse } from "../failures.ts";
import { immutable } from "./immutable.ts";

export const data = new Hono<LabEnv>();

data.get(DIGITS_PATH, (c) =>
  immutable(c, { hash: DIGITS_SHA256, type: "application/octet-stream", body: digitsBytes }),
);
data.all("/data/*", (c) =>
  refuse(c, { reason: "notFound", message: `The digits are at ${DIGITS_PATH}; load the page again.` }),
);
