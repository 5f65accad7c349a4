import { describe, expect, test } from "vitest";
import { buildWish } from "../../../client/pages/join/wish.ts";

describe("who joins", () => {
  test("has a name, without the spaces around it", () => {
    expect(buildWish({ name: " Ada Lovelace ", key: "" }, "none")).toEqual({
      ok: true,
      value: { name: "Ada Lovelace" },
    });
  });

  test("is found on the roster by an email, or else by a student id", () => {
    expect(buildWish({ name: "Ada", key: "ada@school.edu" }, "optional")).toMatchObject({
      value: { email: "ada@school.edu" },
    });
    expect(buildWish({ name: "Ada", key: " 903111 " }, "required")).toMatchObject({
      value: { studentId: "903111" },
    });
  });

  test("sends no key to a class that has no roster, whatever the browser filled in", () => {
    expect(buildWish({ name: "Ada", key: "903111" }, "none")).toEqual({ ok: true, value: { name: "Ada" } });
  });

  test("is told of each field that is missing: the key only where the class wants it", () => {
    const missing = (roster: "optional" | "required") => {
      const wish = buildWish({ name: " ", key: "" }, roster);
      return wish.ok ? [] : Object.keys(wish.error);
    };
    expect([missing("optional"), missing("required")]).toEqual([["name"], ["name", "key"]]);
  });
});
