import { describe, expect, it } from "vitest";
import {
  markSent,
  resolveConflict,
  takeAcknowledged,
  takeArrived,
  takeRefused,
  takeWritten,
  toSend,
} from "../../../client/drafts/decide.ts";
import type { Draft } from "../../../client/drafts/draft.ts";
import type { Answer } from "../../../shared/assignment/answers.ts";

const text = (markdown: string): Answer => ({ kind: "text", markdown });
const code = (source: string): Answer => ({ kind: "code", source });
const saved = (revision: number, answer: Answer) => ({
  ...{ cell: "1f-text", revision, answer, savedAt: `revision ${revision}` },
});
/** A draft that the class has, at revision 3, and what was then done to it. */
const kept = takeArrived(null, saved(3, text("old")));
const changed = takeWritten(kept, { seen: text("old"), answer: text("mine") });
const torn = takeArrived(changed, saved(4, text("theirs")));

describe("what a tab writes", () => {
  it("becomes the answer, and is sent as a change of what the class had", () => {
    expect(toSend(changed)).toEqual({ base: 3, answer: text("mine") });
  });

  it("is sent with revision 0 where the class has nothing", () => {
    const first = takeWritten(null, { seen: null, answer: text("mine") });
    expect(toSend(first)).toEqual({ base: 0, answer: text("mine") });
  });

  it("is not sent where it is what the class has", () => {
    expect(toSend(takeWritten(kept, { seen: text("old"), answer: text("old") }))).toBeNull();
  });

  it("stands beside what another tab wrote meanwhile, and neither is sent", () => {
    const both = takeWritten(changed, { seen: text("old"), answer: text("other tab's") });
    expect(both).toMatchObject({
      answer: text("other tab's"),
      others: [{ answer: text("mine"), from: "tab" }],
    });
    expect(toSend(both)).toBeNull();
  });

  it("stands beside what the class told meanwhile", () => {
    const told = takeArrived(kept, saved(4, text("theirs")));
    const both = takeWritten(told, { seen: text("old"), answer: text("mine") });
    expect(both).toMatchObject({ answer: text("mine"), others: [{ answer: text("theirs"), from: "class" }] });
  });

  it("is tried again after the class refused another text", () => {
    const refused = takeRefused(changed, { answer: text("mine"), message: "too long" });
    const shorter = takeWritten(refused, { seen: text("mine"), answer: text("min") });
    expect(toSend(shorter)).toEqual({ base: 3, answer: text("min") });
  });
});

describe("what the class tells", () => {
  it("is taken where nothing was changed here", () => {
    expect(takeArrived(kept, saved(4, text("theirs")))).toMatchObject({ answer: text("theirs"), others: [] });
  });

  it("stands beside what was changed here", () => {
    expect(torn).toMatchObject({ answer: text("mine"), others: [{ answer: text("theirs"), from: "class" }] });
    expect(toSend(torn)).toBeNull();
  });

  it("is old news with a revision that is known", () => {
    expect(takeArrived(changed, saved(3, text("old")))).toBe(changed);
    expect(takeArrived(changed, saved(2, text("older")))).toBe(changed);
  });

  it("leaves nothing to send or to choose where it is the same text", () => {
    const same = takeArrived(changed, saved(4, text("mine")));
    expect(same).toMatchObject({ answer: text("mine"), others: [] });
    expect(toSend(same)).toBeNull();
  });

  it("is one's own text where the word that it arrived was lost", () => {
    const further = takeWritten(markSent(changed, text("mine")), {
      seen: text("mine"),
      answer: text("mine, on"),
    });
    const told = takeArrived(further, saved(4, text("mine")));
    expect(told.others).toEqual([]);
    expect(toSend(told)).toEqual({ base: 4, answer: text("mine, on") });
  });

  it("takes the place of what it told before and nobody has chosen yet", () => {
    expect(takeArrived(torn, saved(5, text("theirs, on"))).others).toEqual([
      { answer: text("theirs, on"), from: "class" },
    ]);
  });

  it("says that it has the answer, whatever was written since", () => {
    const further = takeWritten(changed, { seen: text("mine"), answer: text("mine, on") });
    const taken = takeAcknowledged(further, { answer: text("mine"), revision: 4, savedAt: "now" });
    expect(toSend(taken)).toEqual({ base: 4, answer: text("mine, on") });
    expect(
      toSend(takeAcknowledged(changed, { answer: text("mine"), revision: 4, savedAt: "now" })),
    ).toBeNull();
  });

  it("is not asked twice for what it refused", () => {
    const refused = takeRefused(changed, { answer: text("mine"), message: "too long" });
    expect(refused.refusal).toBe("too long");
    expect(toSend(refused)).toBeNull();
    expect(takeRefused(changed, { answer: text("an older one"), message: "too long" }).refusal).toBeNull();
  });
});

describe("a choice between two versions", () => {
  const choose = (draft: Draft, keep: "mine" | "theirs" | "both") =>
    resolveConflict(draft, { keep, mine: text("mine"), theirs: text("theirs") });

  it("of mine is sent over theirs", () => {
    expect(toSend(choose(torn, "mine"))).toEqual({ base: 4, answer: text("mine") });
  });

  it("of theirs leaves nothing to send", () => {
    expect(choose(torn, "theirs")).toMatchObject({ answer: text("theirs"), others: [] });
    expect(toSend(choose(torn, "theirs"))).toBeNull();
  });

  it("of both puts theirs below mine", () => {
    expect(toSend(choose(torn, "both"))).toEqual({ base: 4, answer: text("mine\n\ntheirs") });
  });

  it("does nothing where another version came that the student has not seen", () => {
    const newer = takeArrived(torn, saved(5, text("theirs, on")));
    expect(choose(newer, "mine")).toBe(newer);
    expect(choose(newer, "theirs")).toBe(newer);
  });

  it("keeps one class alone: two classes below each other are no answer", () => {
    const drawn = takeArrived(takeWritten(null, { seen: null, answer: code("a") }), saved(1, code("b")));
    const both = resolveConflict(drawn, { keep: "both", mine: code("a"), theirs: code("b") });
    expect(both.answer).toEqual(code("a"));
  });
});

it("how a plot is drawn is not asked about: the later click counts", () => {
  const plot = (per: "image" | "pixel"): Answer => ({ kind: "plot", per });
  const clicked = takeWritten(null, { seen: null, answer: plot("pixel") });
  expect(takeArrived(clicked, saved(1, plot("image")))).toMatchObject({ answer: plot("pixel"), others: [] });
});
