/** What is typed is on the device this much later, and with the class that much. */
export const SAVE_HERE_AFTER_MILLISECONDS = 250;
export const SEND_AFTER_MILLISECONDS = 1_500;
/** A page that is looked at asks the class this often what other devices changed. */
export const LOOK_EVERY_MILLISECONDS = 60_000;
