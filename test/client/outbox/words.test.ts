import { describe, expect, it } from "vitest";
import type { RunState } from "../../../client/outbox/run-state.ts";
import { sayState } from "../../../client/outbox/words.ts";

const course = "ece-4803";

describe("where a run is, in words", () => {
  it.each<[RunState, string]>([
    [{ status: "local", why: "noCourse" }, "Stays on this device until you send it to a class."],
    [
      { status: "waiting", course, attempt: 2, notBefore: 0, why: "away" },
      "Saved on this device; will be sent when the network is back.",
    ],
    [
      { status: "sent", course, verification: { status: "scored" }, runLink: "abc" },
      "Verified by the server: your numbers are right.",
    ],
    [
      { status: "sent", course, verification: { status: "reproduced" }, runLink: "abc" },
      "Reproduced: the server trained this from its seed and got the same weights.",
    ],
    [
      {
        status: "sent",
        course,
        verification: { status: "rejected", reason: "testMse: claimed 0.1, the weights give 0.2" },
        runLink: "abc",
      },
      "Not ranked: testMse: claimed 0.1, the weights give 0.2",
    ],
    [
      {
        status: "sent",
        course,
        verification: { status: "scored" },
        runLink: "abc",
        boards: [
          { board: "problem-1", title: "MLP autoencoders", why: null },
          {
            board: "hasty",
            title: "Ten epochs",
            why: "It trained for more than the 10 epochs of this board.",
          },
        ],
      },
      "Verified by the server: your numbers are right. It counts on the board MLP autoencoders. Not on Ten epochs: It trained for more than the 10 epochs of this board.",
    ],
    [
      { status: "refused", course, message: "this id holds other bytes" },
      "Saved on this device; the server refused it: this id holds other bytes",
    ],
  ])("%j", (state, words) => {
    expect(sayState(state).words).toBe(words);
  });

  it("never says that a run is lost or safe on the server while it is on its way", () => {
    for (const why of ["new", "away", "fault"] as const) {
      expect(sayState({ status: "waiting", course, attempt: 0, notBefore: 0, why }).words).toMatch(
        /^Saved on this device; /,
      );
    }
  });
});
