import { createRoot, createSignal } from "solid-js";
import {
  findPrediction,
  type Prediction,
  type PredictionList,
  parsePredictions,
  withoutPrediction,
  withPrediction,
} from "./prediction-list.ts";

const STORAGE_KEY = "predictions";

/** What the reader predicted, kept in this browser alone: it is sent nowhere, and is no answer of the homework. */
export const predictions = createRoot(() => {
  const [list, setList] = createSignal<PredictionList>(read());
  addEventListener("storage", ({ key }) => {
    if (key === STORAGE_KEY) setList(read());
  });
  const change = (next: PredictionList) => {
    setList(next);
    write(next);
  };
  return {
    find: (key: string): Prediction => findPrediction(list(), key),
    keep: (next: Prediction) => change(withPrediction(list(), next)),
    forget: (key: string) => change(withoutPrediction(list(), key)),
  };
});

function read(): PredictionList {
  try {
    return parsePredictions(localStorage.getItem(STORAGE_KEY));
  } catch {
    return [];
  }
}

function write(list: PredictionList): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(list));
  } catch {
    // Blocked or full storage: what is predicted then lasts as long as the page.
  }
}
