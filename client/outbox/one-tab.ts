/**
 * Does `work`, which `name` stands for, while no other tab does theirs. Pages served over plain http from another machine
 * have no locks; there two tabs may send one thing twice, which the server takes as the same.
 */
export async function inOneTab(name: string, work: () => Promise<void>): Promise<void> {
  if (!("locks" in navigator)) return work();
  await navigator.locks.request(`latent-lab-${name}`, work);
}
