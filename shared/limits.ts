/**
 * Every limit of the lab, with its unit in its name. Both sides read the same numbers, so a client can say
 * what the Worker would refuse before it sends anything.
 */

/** Bounds the Worker's work for one verification: it must score any accepted spec within its CPU budget. */
export const MAX_PARAMETERS = 500_000;
export const MAX_LAYERS = 32;
export const MAX_CHANNELS = 1_024;
export const MAX_WIDTH = 4_096;
/** The largest feature map a layer may give, in numbers (channels x height x width). */
export const MAX_FEATURES = 65_536;
/** Multiply-adds of one image's forward pass; x 1,797 images is what scoring a run costs. */
export const MAX_FORWARD_MACS = 2_000_000;
export const MAX_EPOCHS = 10_000;
/** How often a run may go on from a checkpoint. */
export const MAX_RESUMPTIONS = 100;
export const MAX_SEED = 4_294_967_295;

/** float32 parameters, the safetensors header and room to spare. */
export const MAX_WEIGHT_BYTES = 2_200_000;
/** Weights and Adam's two moments in double precision, the losses of all epochs, and the header. */
export const MAX_CHECKPOINT_BYTES = 3 * 8 * MAX_PARAMETERS + 8 * MAX_EPOCHS + 100_000;
/** A run's spec, history and metrics as JSON. */
export const MAX_RUN_JSON_BYTES = 400_000;
export const MAX_RUN_BODY_BYTES = MAX_WEIGHT_BYTES + MAX_RUN_JSON_BYTES + 10_000;
/** Every other body that the Worker reads. */
export const MAX_JSON_BODY_BYTES = 20_000;

/** Claimed metrics may differ from the Worker's own by this much and still be called the same number. */
export const METRIC_TOLERANCE_RELATIVE = 1e-3;
/**
 * What the Worker spends on training a run again: about a fifth of a second of CPU on second moments, a second on images;
 * problem 1's largest run takes a sixth of the former.
 */
export const MAX_MOMENTS_REPRODUCTION_MACS = 1_000_000_000;
export const MAX_SIMD_REPRODUCTION_MACS = 5_000_000_000;
/** What lies between a model's layers when it is trained again, in a Worker of 128 MB. */
export const MAX_REPRODUCTION_ACTIVATION_BYTES = 32_000_000;

export const MAX_SWEEP_RUNS = 600;
export const SESSION_TTL_SECONDS = 180 * 24 * 3_600;
/** That a session is in use is noted this often. */
export const SESSION_SEEN_SECONDS = 3_600;
export const MAX_PASSKEYS_A_MEMBER = 10;
export const MAX_PASSKEY_NAME_CHARACTERS = 40;
/** How long a browser may take to ask its person for a passkey. */
export const PASSKEY_CHALLENGE_SECONDS = 300;
/** Anyone may ask for one: beyond this, the oldest makes room. */
export const MAX_SIGN_IN_CHALLENGES = 1_000;
/** A page of a course's audit log. */
export const MAX_AUDIT_ENTRIES = 100;
/** A roster: its people, a cell of it, and its file, which from Canvas has a column for every assignment. */
export const MAX_ROSTER_ROWS = 2_000;
export const MAX_ROSTER_CELL_CHARACTERS = 254;
export const MAX_ROSTER_BODY_BYTES = 4_000_000;
/** A person's name, typed when joining. */
export const MAX_NAME_CHARACTERS = 120;
export const MAX_BOARD_ROWS = 2_000;
/** Every run that comes in is judged by the rule of each of its course's boards. */
export const MAX_BOARDS = 20;
export const MAX_BOARD_TITLE_CHARACTERS = 80;
export const MAX_BOARD_QUESTION_CHARACTERS = 300;
/** Runs from before that are scored again while a rule waits for their numbers: some 20 ms of CPU each. */
export const MAX_MEASURED_RUNS_A_STEP = 100;
/** A rule as JSON, with the model that it ranks. */
export const MAX_BOARD_JSON_BYTES = 20_000;
export const MAX_BOARD_WIDTHS = 40;
export const MAX_ATTEMPTS_A_DAY = 1_000;
/** Rows that one statement writes or reads while the runs of a course are judged anew. */
export const JUDGED_RUNS_A_STATEMENT = 4_000;
/** A board shows a new result within two seconds: the page asks this often. */
export const BOARD_POLL_MILLISECONDS = 1_000;
export const UPLOAD_RETRY_MIN_MILLISECONDS = 1_000;
export const UPLOAD_RETRY_MAX_MILLISECONDS = 60_000;

/** What one step of the daily job deletes: few enough statements, and KV's calls, for one run of a Worker. */
export const MAX_ERASED_MEMBERS_A_STEP = 20;
export const MAX_ERASED_RUNS_A_STEP = 400;
export const MAX_ERASED_BYTES_A_STEP = 80;
/** Held in memory at once, so that bytes which someone stores in that moment can be put back. */
export const ERASED_BYTES_AT_ONCE = 8;
/** That bytes were deleted is remembered this long, for uploads that were under way. */
export const DELETED_BYTES_SECONDS = 3_600;
/** How old what an isolate knows of the erasure ledger may be. */
export const LEDGER_FRESH_MILLISECONDS = 1_000;

/** The homework: what an assignment, an answer and a submission may hold. */
export const MAX_ASSIGNMENT_TEXT_CHARACTERS = 8_000;
export const MAX_ASSIGNMENT_JSON_BYTES = 200_000;
export const MAX_TEXT_CHARACTERS = 40_000;
export const MAX_CODE_CHARACTERS = 40_000;
/** Attempts that a run cell keeps, and runs of one of them. */
export const MAX_ATTEMPTS = 12;
export const MAX_ATTEMPT_RUNS = 24;
/** An answer as JSON; D1 holds up to 2 MB in a row. */
export const MAX_ANSWER_JSON_BYTES = 700_000;
/** All answers of a member together; what is handed in is these, the assignment and its runs, and fits into one value of KV. */
export const MAX_ANSWERS_JSON_BYTES = 8_000_000;

/** Flags: how many a page lists, the newest first, and the runs and texts that they are looked for in. */
export const MAX_FLAGS = 400;
export const MAX_FLAGGED_RUN_ROWS = 6_000;
export const MAX_COMPARED_TEXTS = 40_000;
/** What one question after flags spends on honest gaps that no one has measured yet, or on the evidence of one: about a second of CPU. */
export const MAX_GAP_MACS_A_REQUEST = 5_000_000_000;
/** Seeds beside which a gap is shown, as far as the cost of training them allows. */
export const MAX_GAP_SEEDS = 16;
export const MAX_FLAG_NOTE_CHARACTERS = 1_000;

/** The names of time zones; the longest that IANA has are half as long. */
export const MAX_ZONE_CHARACTERS = 64;
/** Why an extension was given. */
export const MAX_REASON_CHARACTERS = 500;
/** As long as a roster's sections may be. */
export const MAX_SECTION_CHARACTERS = 80;

/** The gradebook: students of one part whose work is read at once, and whose proposals are accepted at once. */
export const MAX_GRADED_AT_ONCE = 10;
export const MAX_ACCEPTED_AT_ONCE = 200;
export const MAX_GRADE_COMMENT_CHARACTERS = 4_000;
/** Comments that a course's graders keep to use again. */
export const MAX_REUSED_COMMENTS = 500;
export const MAX_REGRADE_CHARACTERS = 2_000;
/** What a student may still ask to be graded again, and what was asked before, together. */
export const MAX_REGRADE_REQUESTS = 100;
/** A column of Canvas's gradebook: an assignment's title and its id. */
export const MAX_COLUMN_HEADER_CHARACTERS = 300;

/** Where students were is forgotten after this. */
export const PRESENCE_KEPT_SECONDS = 12 * 3_600;
/** A socket's session is looked up again when it was not for this long; at once where sessions or roles change. */
export const LIVE_RECHECK_SECONDS = 60;
/** A student's page says where the student is at most this often, and this often again while nothing changes. */
export const PRESENCE_PAUSE_MILLISECONDS = 4_000;
export const PRESENCE_AGAIN_MILLISECONDS = 60_000;
/** Who has said nothing for this long is there no more. */
export const PRESENCE_FRESH_MILLISECONDS = 150_000;
/** The class page reads again at most this often when it is told of something, ... */
export const CLASS_PAUSE_MILLISECONDS = 1_000;
/** ... each plot in sight this often, ... */
export const CLASS_PLOT_PAUSE_MILLISECONDS = 1_500;
/** ... this often where it can be told of nothing, ... */
export const CLASS_POLL_MILLISECONDS = 1_500;
/** ... and this often anyway: nothing tells of who joined, or of a name that was changed. */
export const CLASS_SURE_MILLISECONDS = 15_000;
