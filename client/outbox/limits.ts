/** Uploads under way at one time. */
export const UPLOADS_AT_ONCE = 3;
/** Runs that the server has are kept here too, the newest of them: one whole sweep. */
export const MAX_SENT_RUNS_KEPT = 600;
