/** Uploads under way at one time. */
export const UPLOADS_AT_ONCE = 3;
/** Runs that the server has are kept here too, the newest of them: one whole sweep. */
export const MAX_SENT_RUNS_KEPT = 600;
/** Snapshots of training, on this device; the oldest make room. */
export const MAX_SNAPSHOT_BYTES_KEPT = 100_000_000;
