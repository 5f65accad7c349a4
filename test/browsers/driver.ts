/** What the tests take from a browser's own protocol: one tab in a fresh profile. */
export type Driver = {
  /** As a person would name it: `Firefox 153.7.0`. */
  readonly name: string;
  goto(path: string): Promise<void>;
  /** Where the tab is, without the origin. */
  path(): Promise<string>;
  /** Runs the body of a function in the page and gives its JSON value. */
  run(body: string): Promise<unknown>;
  /** Presses the middle of the element that the body of a function returns. */
  press(body: string): Promise<void>;
  /** PNG of what is in view. */
  screenshot(): Promise<Uint8Array>;
  /** What pages threw, refused by policy, or logged as an error so far. */
  errors(): readonly string[];
  /** Ends the browser and everything that was started for it. */
  close(): Promise<void>;
};

/** Size in CSS pixels of what is in view, and the scheme that the system asks for. */
export type Screen = { readonly width: number; readonly height: number; readonly scheme: "light" | "dark" };

/** Starts a browser on a lab's address. */
export type OpenDriver = (lab: string, screen: Screen) => Promise<Driver>;
