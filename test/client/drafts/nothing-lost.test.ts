import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Keep } from "../../../client/drafts/standing.ts";
import {
  CELL,
  type Class,
  type Device,
  type Line,
  makeClass,
  makeDevice,
  type Tab,
  textOf,
} from "./places.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Two devices with two tabs each, all at one text, in any order of events. */
type Event =
  | { readonly type: "write" | "save" | "hear" | "sync" | "look" | "close"; readonly tab: number }
  | { readonly type: "choose"; readonly tab: number; readonly keep: Keep }
  | { readonly type: "line"; readonly device: number; readonly line: Line };

const tab = fc.nat(3);
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant("write" as const), tab }) },
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constantFrom("save", "hear", "sync", "look", "close" as const), tab }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("choose" as const),
      tab,
      keep: fc.constantFrom("mine", "theirs", "both" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("line" as const),
      device: fc.nat(1),
      line: fc.constantFrom<Line>("open", "cut", "deaf"),
    }),
  },
);

async function makeWorld() {
  const school = makeClass();
  const devices = [makeDevice(school), makeDevice(school)];
  const tabs = await Promise.all([0, 1, 2, 3].map((i) => deviceOf(devices, i).openTab()));
  /** The words that were typed, and were neither replaced nor chosen against by someone who saw them. */
  const alive = new Set<string>();
  let typed = 0;

  const wordsOf = (text: string) => text.match(/\w+/g) ?? [];
  async function happen(event: Event): Promise<void> {
    if (event.type === "line") return devices[event.device]?.setLine(event.line);
    const one = tabs[event.tab];
    if (one === undefined) return;
    switch (event.type) {
      case "write": {
        for (const word of wordsOf(one.text())) alive.delete(word);
        const word = `word${typed++}`;
        alive.add(word);
        return one.write(word);
      }
      case "save":
        return one.desk.flush();
      case "hear":
        return one.hear();
      case "sync":
        return one.sync.wake(true);
      case "look":
        return one.sync.look();
      case "close": {
        const device = deviceOf(devices, event.tab);
        device.leave(one.desk.sheet(CELL));
        one.sync.stop();
        tabs[event.tab] = await device.openTab();
        return;
      }
      case "choose":
        return choose(one, event.keep);
      default:
        return event satisfies never;
    }
  }

  async function choose(one: Tab, keep: Keep): Promise<void> {
    const mine: readonly string[] = wordsOf(one.text());
    const theirs: readonly string[] = wordsOf(one.other());
    if (theirs.length === 0) return;
    const dropped = keep === "mine" ? theirs : keep === "theirs" ? mine : [];
    const kept = keep === "mine" ? mine : theirs;
    for (const word of dropped) if (!kept.includes(word)) alive.delete(word);
    await one.desk.resolve(CELL, keep);
  }

  return { school, devices, tabs, alive, happen, wordsOf };
}

function deviceOf(devices: readonly Device[], tab: number): Device {
  const device = devices[tab >> 1];
  if (device === undefined) throw new TypeError(`no device has tab ${tab}`);
  return device;
}

/** Every text that is anywhere. */
function listTexts(world: { school: Class; devices: readonly Device[]; tabs: readonly Tab[] }): string {
  return [
    ...Array.from(world.school.held.values(), ({ answer }) => textOf(answer)),
    ...world.devices.flatMap(({ drafts, words }) => [
      ...words().map(textOf),
      ...[...drafts.values()].flatMap(({ answer, others }) => [
        textOf(answer),
        ...others.map((other) => textOf(other.answer)),
      ]),
    ]),
    ...world.tabs.map((one) => one.text()),
  ].join(" ");
}

it("no text is lost that its writer did not replace or choose against", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 40 }), async (events) => {
      const world = await makeWorld();
      for (const one of events) {
        await world.happen(one);
        const words = world.wordsOf(listTexts(world));
        for (const word of world.alive) expect(words, `after ${JSON.stringify(one)}`).toContain(word);
      }
    }),
    { numRuns: 1_500 },
  );
});

it("when the network is back and every choice is made, all places show one text, with every word in it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 30 }), async (events) => {
      const world = await makeWorld();
      for (const one of events) await world.happen(one);
      for (const device of world.devices) device.setLine("open");
      for (let round = 0; round < 12; round++) {
        for (const one of world.tabs) {
          await one.desk.flush();
          await one.hear();
          await one.sync.look();
          await one.desk.resolve(CELL, "both");
          await one.sync.wake(true);
        }
      }
      for (const one of world.tabs) await one.hear();
      const texts = new Set(world.tabs.map((one) => one.text()));
      expect([...texts]).toHaveLength(1);
      const [text = ""] = texts;
      expect(textOf(world.school.held.get(CELL)?.answer ?? null)).toBe(text);
      expect(world.wordsOf(text)).toEqual(expect.arrayContaining([...world.alive]));
    }),
    { numRuns: 500 },
  );
});
