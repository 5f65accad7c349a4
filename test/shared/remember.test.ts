import { expect, test } from "vitest";
import { remember } from "../../shared/remember.ts";

test("a value is computed once for an owner and a key, told apart by its JSON", () => {
  const asked: string[] = [];
  const double = remember((_owner: object, { n }: { n: number }) => {
    asked.push(`${n}`);
    return 2 * n;
  });
  const [one, other] = [{}, {}];
  expect([double(one, { n: 3 }), double(one, { n: 3 }), double(other, { n: 3 })]).toEqual([6, 6, 6]);
  expect(asked).toEqual(["3", "3"]);
});

test("what was asked longest ago is forgotten first, so that memory stays bounded", () => {
  const asked: number[] = [];
  const keep = remember((_owner: object, key: number) => asked.push(key));
  const owner = {};
  for (const key of [1, 2, 3, 4, 1, 5]) keep(owner, key);
  asked.length = 0;
  for (const key of [1, 3, 4, 5]) keep(owner, key);
  expect(asked).toEqual([]);
  keep(owner, 2);
  expect(asked).toEqual([2]);
});
