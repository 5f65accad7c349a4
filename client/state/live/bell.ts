/** What wakes a loop that waits: rung while nobody waits, it is heard by the next who does. */
export type Bell = {
  ring(): void;
  /** Resolves when it was rung and `least` ms are over, after `most` ms, or when the signal is aborted. */
  wait(between: {
    readonly least: number;
    readonly most: number;
    readonly signal: AbortSignal;
  }): Promise<void>;
};

export function makeBell(): Bell {
  let isRung = false;
  let hear: () => void = () => {};
  return {
    ring() {
      isRung = true;
      hear();
    },
    wait({ least, most, signal }) {
      return new Promise((resolve) => {
        let isEarly = true;
        const end = () => {
          clearTimeout(early);
          clearTimeout(late);
          hear = () => {};
          isRung = false;
          signal.removeEventListener("abort", end);
          resolve();
        };
        hear = () => {
          if (!isEarly) end();
        };
        const early = setTimeout(() => {
          isEarly = false;
          if (isRung) end();
        }, least);
        const late = setTimeout(end, Math.max(least, most));
        signal.addEventListener("abort", end);
        if (signal.aborted) end();
      });
    },
  };
}
