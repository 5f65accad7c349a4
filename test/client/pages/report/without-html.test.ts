import { expect, test } from "vitest";
import { withoutHtml } from "../../../../client/pages/report/without-html.ts";

test.each([
  ["train<test, not <b>better</b>", "train&lt;test, not &lt;b>better&lt;/b>"],
  ["5 < 6 and a <- b", "5 < 6 and a <- b"],
  ["$a<b$ and $$\\sum_{i<h}$$", "$a<b$ and $$\\sum_{i<h}$$"],
  ["`if a<b:` and\n```python\nif a<b:\n```\na<b", "`if a<b:` and\n```python\nif a<b:\n```\na&lt;b"],
  ["see <https://pytorch.org>", "see <https://pytorch.org>"],
])("%j is %j in a notebook", (markdown, expected) => {
  expect(withoutHtml(markdown)).toBe(expected);
});
