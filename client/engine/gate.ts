/** Holds who waits for `opened` while it is closed. Starts open. */
export type Gate = { isOpen(): boolean; close(): void; open(): void; opened(): Promise<void> };

export function makeGate(): Gate {
  let open = () => {};
  let opened = Promise.resolve();
  let isOpen = true;
  return {
    isOpen: () => isOpen,
    close() {
      if (!isOpen) return;
      isOpen = false;
      opened = new Promise((resolve) => {
        open = resolve;
      });
    },
    open() {
      isOpen = true;
      open();
    },
    opened: () => opened,
  };
}
