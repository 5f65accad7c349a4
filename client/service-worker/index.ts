/**
 * Lets the lab open without a network. Installing keeps every file of the build that made this script; files with a hash
 * in their name then come from the device, pages from the network while there is one. A new build is a new script, which
 * takes over at once: pages of the version before find their files in the cache before this one.
 */
import { answerKept, answerPage } from "./answer.ts";
import { cacheName, listOutdated } from "./cache-names.ts";
import { chooseWay } from "./choose-way.ts";
import { type Build, precache } from "./precache.ts";

declare const self: ServiceWorkerGlobalScope;
/** Written in by the build (tools/build/service-worker.ts). */
declare const BUILD: Build;

const build = BUILD;
const name = cacheName(build.version);

self.addEventListener("install", (event) => {
  event.waitUntil(precache(name, build).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

async function takeOver(): Promise<void> {
  const outdated = listOutdated(await caches.keys(), name);
  await Promise.all(outdated.map((old) => caches.delete(old)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const way = chooseWay(event.request, { origin: self.location.origin, files: build.files });
  switch (way) {
    case "untouched":
      return;
    case "kept":
      return event.respondWith(answerKept(event, name));
    case "page":
      return event.respondWith(answerPage(event, name));
    default:
      return way satisfies never;
  }
});
