/** What is wrong with a student's code and what to do about it. Lines and columns count from 1; the end is exclusive. */
export type Complaint = {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
};

/** A stretch of the source, in characters from its start. */
export type Span = { readonly from: number; readonly to: number };

export type SpanComplaint = Span & { readonly message: string };

/** Turns spans into lines and columns: in order of place, each place and sentence once, at most `limit`. */
export function placeComplaints(
  source: string,
  complaints: readonly SpanComplaint[],
  limit: number,
): readonly Complaint[] {
  const place = makePlaces(source);
  const sorted = complaints.toSorted((a, b) => a.from - b.from);
  const seen = new Set<string>();
  const placed: Complaint[] = [];
  for (const { from, to, message } of sorted) {
    const key = `${from} ${message}`;
    if (seen.has(key) || placed.length === limit) continue;
    seen.add(key);
    const [start, end] = [place(from), place(Math.max(from, to))];
    placed.push({ ...start, endLine: end.line, endColumn: end.column, message });
  }
  return placed;
}

/** The line and column (both from 1) of a character; lines end with \n, \r\n or \r. */
export function makePlaces(
  source: string,
): (at: number) => { readonly line: number; readonly column: number } {
  const starts = [0];
  for (const match of source.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return (at) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
}

/** `24:20: message`, what the command line prints behind the name of the file. */
export function formatComplaint({ line, column, message }: Complaint): string {
  return `${line}:${column}: ${message}`;
}
