/**
 * Lets the lab open without a network from the next visit on. Waits until the page stands; development has none, and
 * where the browser refuses (plain http, private windows) the lab works as long as there is a network.
 */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = () => navigator.serviceWorker.register("/service-worker.js").catch(() => {});
  if (document.readyState === "complete") void register();
  else addEventListener("load", register, { once: true });
}
