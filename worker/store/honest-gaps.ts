import type { HonestGap } from "../../shared/integrity/honest-gap.ts";

export type NewGap = { readonly specId: string; readonly honest: HonestGap | null };

/** Keeps what honest training of some specs gives; null where it gives no number. One statement. */
export async function insertHonestGaps(db: D1Database, gaps: readonly NewGap[]): Promise<void> {
  const rows = gaps.map(({ specId, honest }) => [
    specId,
    honest?.trainMse ?? null,
    honest?.testMse ?? null,
    honest?.sigma ?? null,
  ]);
  await db
    .prepare(
      `INSERT INTO honest_gaps (spec_id, train_mse, test_mse, sigma)
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true ON CONFLICT (spec_id) DO NOTHING`,
    )
    .bind(JSON.stringify(rows))
    .run();
}
