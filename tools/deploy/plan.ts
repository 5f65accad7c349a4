import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { ROOT } from "../install.mjs";
import { MIGRATIONS } from "../lab/migrate.ts";

const Config = z.object({
  name: z.string(),
  d1_databases: z.array(z.object({ binding: z.string(), database_name: z.string() })),
});

/** What a deployment touches: the Worker's and the database's name, the migrations in order, whether the demo is seeded. */
export type Plan = {
  readonly config: string;
  readonly worker: string;
  readonly database: string;
  readonly migrations: readonly string[];
  readonly seeds: boolean;
};

/** Reads the plan from the built wrangler.json at `config`. */
export function readPlan(config: string, setupKey: string | undefined): Plan {
  const { name, d1_databases } = Config.parse(JSON.parse(readFileSync(config, "utf8")));
  const database = d1_databases.find(({ binding }) => binding === "DB");
  if (database === undefined) throw new TypeError(`${config} has no D1 binding DB`);
  const migrations = readdirSync(join(ROOT, MIGRATIONS)).filter((file) => file.endsWith(".sql"));
  return {
    config,
    worker: name,
    database: database.database_name,
    migrations: migrations.toSorted(),
    seeds: setupKey !== undefined && setupKey !== "",
  };
}

/** The steps of a deployment, a line each. */
export function describePlan({ worker, database, migrations, seeds }: Plan): readonly string[] {
  return [
    `make the D1 database ${database}, if the account has none of that name`,
    `apply its migrations that are not applied yet, of: ${migrations.join(", ")}`,
    `deploy the Worker ${worker} with its files; its KV namespace is made with the first one`,
    seeds
      ? "set the secret SETUP_KEY, and seed the demo course through the API"
      : "seed nothing: SETUP_KEY is not in the environment",
  ];
}
