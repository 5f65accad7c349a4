import type { Span } from "../complaint.ts";
import { nearest } from "../interpreter/describe.ts";
import { evaluate } from "../interpreter/evaluate.ts";
import { quietly } from "../interpreter/quietly.ts";
import { complain, type Run } from "../interpreter/run.ts";
import { NO_SCOPE } from "../interpreter/scope.ts";
import { bool, float, int, NONE, type Value } from "../interpreter/value.ts";
import type { FunctionDefinition, Parameter } from "../python/tree.ts";

/** A value for a parameter of __init__, as the notebook or the command line sets it. */
export type Setting = number | boolean | string | null;

/** A parameter of __init__ with the value that the class was read with; null where that is no plain value. */
export type ModelParameter = {
  readonly name: string;
  readonly value: Setting;
  /** Who gave the value: the reader of the class, the class's own default, or the homework. */
  readonly source: "set" | "default" | "homework";
  readonly at: Span;
};

const HIDDEN_SIZES = [
  ...["hidden_size", "hidden_dim", "hidden", "hidden_units", "n_hidden", "num_hidden"],
  ...["latent_size", "latent_dim", "latent", "encoding_dim", "bottleneck", "bottleneck_size"],
];
const KERNELS = ["num_kernels", "n_kernels", "kernels", "num_filters", "n_filters"];

/** What classes call the width of their hidden layer. */
export const WIDTH_PARAMETERS: readonly string[] = [...HIDDEN_SIZES, ...KERNELS];

/** What a parameter of the homework is worth where nobody says otherwise; problem 1 begins at 5, problem 2 at 80. */
const HOMEWORK_DEFAULTS: ReadonlyMap<string, number> = new Map([
  ...named(5, ...HIDDEN_SIZES),
  ...named(80, ...KERNELS),
  ...named(1, "num_hidden_layers", "n_hidden_layers", "num_layers", "n_layers"),
  ...named(64, "input_size", "input_dim", "in_features", "in_dim", "n_inputs", "num_inputs", "n_features"),
  ...named(64, "num_features", "output_size", "output_dim", "out_features", "out_dim", "n_outputs"),
  ...named(1, "in_channels", "num_channels", "input_channels", "channels", "padding"),
  ...named(3, "kernel_size"),
]);

function named(value: number, ...names: string[]): readonly (readonly [string, number])[] {
  return names.map((name) => [name, value]);
}

/** The parameters of an __init__ with their values: those that are set, then its defaults, then the homework's. Null after a complaint. */
export function chooseParameters(
  run: Run,
  init: FunctionDefinition,
  settings: Readonly<Record<string, Setting>>,
): readonly ModelParameter[] | null {
  const parameters = init.parameters.slice(1).filter(({ stars }) => stars === 0);
  const names = parameters.map(({ name }) => name);
  const unknown = Object.keys(settings).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const near = nearest(unknown, names);
    const takes = names.length === 0 ? "takes no parameters" : `takes ${names.join(", ")}`;
    const advice = near === null ? `__init__ ${takes}` : `did you mean ${near}?`;
    complain(run, init.nameAt, `${unknown} is set, but is no parameter here; ${advice}`);
    return null;
  }
  const chosen = parameters.map((parameter) => chooseValue(run, parameter, settings));
  const known = chosen.filter((parameter) => parameter !== null);
  return known.length === chosen.length ? known : null;
}

function chooseValue(
  run: Run,
  { name, fallback, from, to }: Parameter,
  settings: Readonly<Record<string, Setting>>,
): ModelParameter | null {
  const at = { from, to };
  if (Object.hasOwn(settings, name)) return { name, value: settings[name] ?? null, source: "set", at };
  if (fallback !== null) {
    const value = quietly(run, () => evaluate(run, NO_SCOPE, fallback));
    return { name, value: plainValue(value), source: "default", at };
  }
  const value = HOMEWORK_DEFAULTS.get(name);
  if (value !== undefined) return { name, value, source: "homework", at };
  complain(
    run,
    at,
    `${name} needs a value to read the class with; give it a default, for example ${name}=5, or set it`,
  );
  return null;
}

function plainValue(value: Value): Setting {
  if (value.kind === "int" || value.kind === "float" || value.kind === "bool") return value.value;
  return value.kind === "string" ? value.text : null;
}

/** A setting as Python has it: 40 is an int and 0.5 a float. */
export function settingValue(setting: Setting): Value {
  if (setting === null) return NONE;
  if (typeof setting === "boolean") return bool(setting);
  if (typeof setting === "string") return { kind: "string", text: setting };
  return Number.isInteger(setting) ? int(setting) : float(setting);
}
