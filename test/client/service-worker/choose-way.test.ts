import { expect, test } from "vitest";
import { chooseWay } from "../../../client/service-worker/choose-way.ts";

const lab = { origin: "https://lab.test", files: ["/", "/assets/lab-1a2b.js", "/view.js"] };
const way = (url: string, { mode = "cors", method = "GET" } = {}) => chooseWay({ method, url, mode }, lab);

test.each(["/api/specs", "/api/run-links/abc/weights", "/api/courses/demo/answers"])(
  "what the API says is the network's: %s",
  (path) => {
    expect(way(lab.origin + path)).toBe("untouched");
    expect(way(lab.origin + path, { mode: "navigate" })).toBe("untouched");
  },
);

test.each([
  "/assets/lab-1a2b.js",
  "/assets/of-another-build-9f.js",
  "/data/digits-87ff0c9e40dc7e2c.bin",
  "/view.js",
])("a file that a build names comes from the device: %s", (path) => {
  expect(way(lab.origin + path)).toBe("kept");
});

test.each(["/", "/lab", "/c/demo/hw", "/r/some-run?x=1#top"])(
  "an address of the lab is a page: %s",
  (path) => {
    expect(way(lab.origin + path, { mode: "navigate" })).toBe("page");
  },
);

test("what the build does not name, other sites and what changes something are left alone", () => {
  expect(way(`${lab.origin}/robots.txt`)).toBe("untouched");
  expect(way("https://elsewhere.test/assets/lab-1a2b.js")).toBe("untouched");
  expect(way(`${lab.origin}/assets/lab-1a2b.js`, { method: "POST" })).toBe("untouched");
  expect(way(`${lab.origin}/lab`, { method: "POST", mode: "navigate" })).toBe("untouched");
});
