import { placeTraining } from "../../../shared/training/simd/place.ts";
import { openDesk } from "./desk.ts";
import { help } from "./sides.ts";
import { type HelperOrder, type HelperSeat, openOnMemory, PARTS } from "./team.ts";

/** The helper's side of a team: give every order that arrives to the function that this returns. It blocks until the run ends. */
export function serveHelper({ module, memory, desk: buffer }: HelperSeat): (order: HelperOrder) => void {
  const kernels = openOnMemory(module, memory);
  const desk = openDesk(buffer, PARTS);
  return ({ run, spec }) => {
    const { work } = placeTraining(spec, { kernels, masks: null, parts: PARTS });
    help(desk, run, work);
  };
}
