/** Trainings with disturbed moments, of which a gap's sigma is. */
export const DISTURBED_TRAININGS = 6;
/** A gap further from the honest one than this many sigmas is not of honest training. */
export const GAP_SIGMAS = 5;
