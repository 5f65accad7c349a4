/** What the reader takes at most, so that nothing a student pastes can hang or crash the page. */
export const MAX_SOURCE_CHARACTERS = 200_000;
/** Brackets, blocks and operators inside each other. */
export const MAX_NESTING = 120;
/** Expressions and calls that wait for each other, in the class that is being followed. */
export const MAX_DEPTH = 400;
/** Expressions and statements followed in one class. */
export const MAX_STEPS = 50_000;
/** Turns of one loop, and items of one list. */
export const MAX_TURNS = 1_000;
/** Complaints of one reading; the first ones help most. */
export const MAX_COMPLAINTS = 8;
