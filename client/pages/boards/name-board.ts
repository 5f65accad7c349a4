/** A short name out of a title, as none of the others: `Ten epochs` gives `ten-epochs`. */
export function nameBoard(title: string, taken: readonly string[]): string {
  const slug =
    title
      .normalize("NFD")
      .replace(/\p{Mark}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 36) || "board";
  if (!taken.includes(slug)) return slug;
  for (let n = 2; ; n++) if (!taken.includes(`${slug}-${n}`)) return `${slug}-${n}`;
}
