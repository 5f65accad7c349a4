import { makeStore } from "../outbox/store.ts";

/** What this device keeps; opened when it is first asked. */
export const store = makeStore();
