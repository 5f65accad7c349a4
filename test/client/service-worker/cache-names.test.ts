import { expect, test } from "vitest";
import { cacheName, listOutdated } from "../../../client/service-worker/cache-names.ts";

test.each([
  [["lab-a"], "lab-a", []],
  [["lab-a", "lab-b"], "lab-b", []],
  [["lab-a", "lab-b", "lab-c"], "lab-c", ["lab-a"]],
  [["lab-a", "lab-b", "lab-c", "lab-d"], "lab-d", ["lab-a", "lab-b"]],
])("of the caches %j with %s in use, %j are outdated", (names, present, outdated) => {
  expect(listOutdated(names, present)).toEqual(outdated);
});

test("a deployment that was taken back keeps its cache and that of the one before", () => {
  expect(listOutdated(["lab-a", "lab-b", "lab-c"], "lab-b")).toEqual(["lab-a"]);
});

test("caches that are not the lab's are left alone", () => {
  expect(listOutdated(["theirs", "lab-a", "lab-b"], cacheName("b"))).toEqual([]);
});
