import { expect, test } from "vitest";
import { findForeign } from "../../../client/service-worker/find-foreign.ts";

const page = `<link rel="stylesheet" href="/assets/index-1.css"><script type="module" src="/assets/index-2.js"></script>`;

test("a page whose files a build has is that build's", () => {
  expect(findForeign(page, ["/", "/assets/index-1.css", "/assets/index-2.js"])).toBeNull();
});

test("a page that asks for another file is another build's, by that file", () => {
  expect(findForeign(page, ["/", "/assets/index-1.css", "/assets/index-3.js"])).toBe("/assets/index-2.js");
});
