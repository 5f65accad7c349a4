import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { standingOf } from "../../../client/drafts/standing.ts";
import { CELL, makeClass, makeDevice } from "./places.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function openTab(store: Partial<ReturnType<typeof makeDevice>["store"]> = {}) {
  const school = makeClass();
  const device = makeDevice(school);
  Object.assign(device.store, store);
  return { school, device, tab: await device.openTab() };
}

describe("a tab", () => {
  it("goes on from its own text when it is typed in while it saves", async () => {
    const { device, tab } = await openTab();
    tab.write("a");
    const saving = tab.desk.flush();
    tab.write("ab");
    await saving;
    tab.write("abc");
    await tab.desk.flush();
    expect(device.drafts.get(CELL)).toMatchObject({ answer: { markdown: "abc" }, others: [] });
  });

  it("saves a quarter of a second after the first letter, however fast one types", async () => {
    const { device, tab } = await openTab();
    for (const text of ["a", "ab", "abc"]) {
      tab.write(text);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(device.drafts.get(CELL)).toMatchObject({ answer: { markdown: "abc" } });
  });

  it("takes what another tab wrote, but not over its own unsaved text", async () => {
    const { device, tab } = await openTab();
    const other = await device.openTab();
    other.write("theirs");
    await other.desk.flush();
    await tab.hear();
    expect(tab.text()).toBe("theirs");
    tab.write("mine");
    other.write("theirs, on");
    await other.desk.flush();
    await tab.hear();
    expect(tab.text()).toBe("mine");
  });

  it("goes on without a device that keeps anything, says so, and sends all the same", async () => {
    const away = async () => {
      throw new DOMException("no storage", "InvalidStateError");
    };
    const { school, tab } = await openTab({ change: away, read: away, list: away });
    tab.write("a");
    await tab.desk.flush();
    expect(standingOf(tab.desk.sheet(CELL), null)).toMatchObject({
      status: "failed",
      message: expect.stringMatching(/gives the lab no storage/),
    });
    await tab.sync.wake();
    expect(school.held.get(CELL)).toMatchObject({ revision: 1, answer: { markdown: "a" } });
    expect(standingOf(tab.desk.sheet(CELL), null)).toEqual({ status: "saved", at: "revision 1" });
  });
});

describe("the class", () => {
  it("gets what was written while it was away, once it is back", async () => {
    const { school, device, tab } = await openTab();
    device.setLine("cut");
    tab.write("a");
    await tab.sync.wake();
    expect(school.held.size).toBe(0);
    device.setLine("open");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(school.held.get(CELL)).toMatchObject({ answer: { markdown: "a" } });
  });

  it("is not asked before its time while it is away, but at once when the network comes back", async () => {
    const { school, device, tab } = await openTab();
    device.setLine("cut");
    tab.write("a");
    await tab.sync.wake();
    device.setLine("open");
    await tab.sync.wake();
    expect(school.held.size).toBe(0);
    await tab.sync.look();
    expect(school.held.size).toBe(1);
  });

  it("tells the text of another device at the next look", async () => {
    const school = makeClass();
    const [laptop, phone] = [await makeDevice(school).openTab(), await makeDevice(school).openTab()];
    laptop.write("on the laptop");
    await laptop.sync.wake();
    await phone.sync.look();
    expect(phone.text()).toBe("on the laptop");
  });

  it("keeps its text when another device had not seen it; that one then has both", async () => {
    const school = makeClass();
    const [laptop, phone] = [await makeDevice(school).openTab(), await makeDevice(school).openTab()];
    await phone.sync.wake();
    laptop.write("on the laptop");
    await laptop.sync.wake();
    phone.write("on the phone");
    await phone.sync.wake();
    expect(school.held.get(CELL)).toMatchObject({ answer: { markdown: "on the laptop" } });
    expect([phone.text(), phone.other()]).toEqual(["on the phone", "on the laptop"]);
    expect(standingOf(phone.desk.sheet(CELL), null)).toMatchObject({ status: "conflict" });
  });
});
