import { EmptyState } from "../../parts/empty-state.tsx";
import { WaysIn } from "../../parts/ways-in.tsx";

/** In the place of the homework, where this browser is in no class that has it. */
export function NotMember(props: { course: string }) {
  return (
    <EmptyState level={1} title="The homework is for members of the class" action={<WaysIn />}>
      This browser is no member of {props.course}. Join it with the code that your instructor gave out: your
      answers are then kept under your pseudonym, on this device and with the class.
    </EmptyState>
  );
}
