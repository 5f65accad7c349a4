import { makeDraftStore } from "../drafts/store.ts";
import { makeDatabase } from "../outbox/database.ts";
import { makeSnapshotStore } from "../outbox/snapshot-store.ts";
import { makeStore } from "../outbox/store.ts";

const database = makeDatabase();

/** What this device keeps; opened when it is first asked. */
export const store = makeStore(database);
export const draftStore = makeDraftStore(database);
export const snapshotStore = makeSnapshotStore(database);
