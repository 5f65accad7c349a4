import { describe, expect, test } from "vitest";
import {
  findPrediction,
  type PredictionList,
  parsePredictions,
  withoutPrediction,
  withPrediction,
} from "../../../client/state/prediction-list.ts";

const one = { key: "relu h = 20", guess: 1, text: "because", isShown: false };

describe("what a reader predicted", () => {
  test("is read back as it was kept, and spoilt text is nothing", () => {
    const list = withPrediction([], one);
    expect(parsePredictions(JSON.stringify(list))).toEqual([one]);
    for (const text of [null, "", "{", '[{"key":1}]']) expect(parsePredictions(text)).toEqual([]);
  });

  test("is one for each question", () => {
    const list = withPrediction(withPrediction([], one), { ...one, text: "on second thoughts" });
    expect(list).toEqual([{ ...one, text: "on second thoughts" }]);
    expect(findPrediction(list, "remedy")).toEqual({ key: "remedy", guess: null, text: "", isShown: false });
  });

  test("stands once it was compared, but for the words; until it is forgotten", () => {
    const shown = withPrediction([], { ...one, isShown: true });
    expect(findPrediction(withPrediction(shown, { ...one, guess: 2, isShown: true }), one.key).guess).toBe(1);
    expect(findPrediction(withPrediction(shown, { ...one, text: "ah", isShown: true }), one.key).text).toBe(
      "ah",
    );
    expect(withoutPrediction(shown, one.key)).toEqual([]);
  });

  test("takes a bounded room: the oldest and the longest are cut", () => {
    let list: PredictionList = [];
    for (let i = 0; i < 250; i++)
      list = withPrediction(list, { ...one, key: String(i), text: "a".repeat(3_000) });
    expect(list).toHaveLength(200);
    expect(list[0]?.key).toBe("50");
    expect(list[0]?.text).toHaveLength(2_000);
  });
});
