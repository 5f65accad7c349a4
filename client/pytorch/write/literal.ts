/** A value as Python writes it; a text in single quotes, as the course's code has them. */
export function literal(value: number | boolean | string | null): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "number" ? String(value) : quoted(value);
}

function quoted(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}

/** `[5, 20, 40]`. */
export function listLiteral(values: readonly number[]): string {
  return `[${values.map(literal).join(", ")}]`;
}

/** `(-1, 1, 64)`: a batch of examples of that shape, as `view` takes it. */
export function batchShape(shape: readonly number[]): string {
  return ["-1", ...shape].join(", ");
}

/** Lines moved in by one level. */
export function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === "" ? "" : `    ${line}`));
}
