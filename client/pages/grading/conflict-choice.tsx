import type { PartGrade } from "../../../shared/api/grading/part-grade.ts";
import { Button } from "../../parts/button.tsx";
import { sayWhole } from "./words.ts";

/** Two graders decided the same part: what the other one gave, and the choice. */
export function ConflictChoice(props: {
  theirs: PartGrade | null;
  mine: string;
  message: string;
  onKeepTheirs: () => void;
  onKeepMine: () => void;
}) {
  return (
    <div class="grade-conflict" role="alert">
      <h3>Someone else graded this meanwhile</h3>
      <p>{props.message}</p>
      <dl>
        <dt>Stands now</dt>
        <dd>{sayWhole(props.theirs)}</dd>
        <dt>Yours, not saved</dt>
        <dd>{props.mine}. It is as you left it, below.</dd>
      </dl>
      <div class="row">
        <Button onClick={props.onKeepTheirs}>Keep what stands</Button>
        <Button kind="primary" onClick={props.onKeepMine}>
          Put mine in its place
        </Button>
      </div>
    </div>
  );
}
