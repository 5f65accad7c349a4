export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes, numbers to a hundredth; `content` is XML already. */
export function tag(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? short(value) : escapeXml(value ?? "")}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Text as XML has it; control characters, which XML has no way to write, are left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (letter) => (/[\t\n]/.test(letter) ? " " : ""))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A coordinate, to a hundredth of a px. */
export function short(value: number): string {
  return String(Number(value.toFixed(2)));
}
