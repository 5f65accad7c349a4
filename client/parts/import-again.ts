/**
 * Imports a module, also one that did not arrive before: a browser remembers a failed import under its address (the module map of
 * HTML, whatwg/html#6768), so it is asked for under another. Rejects where it does not arrive now, or where a browser that keeps
 * the address to itself remembers.
 */
export async function importAgain<M>(load: () => Promise<M>): Promise<M> {
  try {
    return await load();
  } catch (error) {
    const [address] = (error instanceof Error && /https?:\S+\.js/.exec(error.message)) || [];
    if (address === undefined) throw error;
    return await import(/* @vite-ignore */ `${address}?at=${Date.now()}`);
  }
}
