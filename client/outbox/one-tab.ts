const LOCK = "latent-lab-outbox";

/**
 * Does `work` while no other tab does theirs. Pages served over plain http from another machine have no locks; there
 * two tabs may send one run twice, which the server takes as the same run.
 */
export async function inOneTab(work: () => Promise<void>): Promise<void> {
  if (!("locks" in navigator)) return work();
  await navigator.locks.request(LOCK, work);
}
