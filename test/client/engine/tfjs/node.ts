import { letNodeReadTfjs } from "../../../../client/command/tfjs-in-node.ts";

// Tests import this first, then TensorFlow.js and what stands on it by `await import`: Node can read it only from here on.
letNodeReadTfjs();
