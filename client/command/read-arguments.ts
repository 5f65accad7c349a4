import { failure, type Result, success } from "../../shared/result.ts";
import type { Setting } from "../pytorch/model/parameters.ts";
import { readOptions } from "./options.ts";

export type ReadCommand = {
  readonly name: "read";
  readonly path: string;
  readonly className: string | null;
  readonly settings: Readonly<Record<string, Setting>>;
  /** Null: whichever shape the class takes. */
  readonly inputShape: readonly number[] | null;
};

const READ_OPTIONS = {
  class: { type: "string" },
  set: { type: "string", multiple: true },
  input: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** The arguments behind `read`; a failure is one sentence that says what was wrong with them. */
export function parseRead(args: readonly string[]): Result<ReadCommand | { readonly name: "help" }, string> {
  const parsed = readOptions(args, READ_OPTIONS);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help) return success({ name: "help" });
  // `--set a=1 b=2` sets both.
  const isSetting = (text: string) => values.set !== undefined && /^[A-Za-z_]\w*=/.test(text);
  const [path, ...more] = positionals.filter((text) => !isSetting(text));
  if (path === undefined || more.length > 0)
    return failure(
      `read needs one FILE.py, got ${positionals.length === 0 ? "none" : positionals.join(" ")}`,
    );
  const settings: Record<string, Setting> = {};
  for (const text of [...(values.set ?? []), ...positionals.filter(isSetting)]) {
    const [, name, value] = /^([^=\s]+)=(.*)$/.exec(text) ?? [];
    if (name === undefined || value === undefined)
      return failure(`--set needs NAME=VALUE, for example hidden_size=40, got ${JSON.stringify(text)}`);
    settings[name] = readSetting(value);
  }
  const inputShape = values.input === undefined ? null : readShape(values.input);
  if (values.input !== undefined && inputShape === null)
    return failure(`--input needs a shape of 64 numbers, 64 or 1x8x8, got ${JSON.stringify(values.input)}`);
  return success({ name: "read", path, className: values.class ?? null, settings, inputShape });
}

/** As Python would read it: 40, 0.5, True, None; anything else is a text. */
function readSetting(text: string): Setting {
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (text === "True" || text === "False") return text === "True";
  return text === "None" ? null : text;
}

function readShape(text: string): readonly number[] | null {
  if (!/^\d{1,2}(x\d{1,2}){0,3}$/.test(text)) return null;
  const shape = text.split("x").map(Number);
  return shape.reduce((product, size) => product * size, 1) === 64 ? shape : null;
}
