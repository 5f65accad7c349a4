import { DIGITS_PATH, type Digits, parseDigits } from "../../shared/dataset/digits.ts";

let loading: Promise<Digits> | null = null;

/** The digits data, fetched once for all pages. Rejects with a sentence for the reader; a later call tries again. */
export function loadDigits(): Promise<Digits> {
  loading ??= fetchDigits().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function fetchDigits(): Promise<Digits> {
  const response = await fetch(DIGITS_PATH).catch(() => null);
  if (response === null)
    throw new Error("The digits could not be loaded: the network is away. Try again when it is back.");
  if (!response.ok) {
    throw new Error(
      `The digits could not be loaded: the server answered ${response.status}. Try again in a moment.`,
    );
  }
  return parseDigits(new Uint8Array(await response.arrayBuffer()));
}
