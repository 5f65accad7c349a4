import { For } from "solid-js";
import type { Membership } from "../../../shared/api/courses.ts";
import { tablesOf } from "../../../shared/api/export.ts";
import { FileSaver } from "../../parts/file-saver.tsx";
import { Help } from "../../parts/help.tsx";
import { planWhole } from "../../state/files/plans.ts";

/** All that the course holds of oneself, as one file. */
export function Everything(props: { membership: Membership }) {
  const course = () => props.membership.course;
  const pseudonym = () => props.membership.member.pseudonym;
  return (
    <section class="stack" aria-labelledby="everything">
      <h2 id="everything">Everything the course holds of you</h2>
      <p class="muted">
        One JSON file with every row that is yours, and those of the log that name you. Weights are named by
        their address. What would let someone in as you is not in it.
      </p>
      <FileSaver
        label="Save everything"
        name="everything the course holds of you"
        file={() => `latent-lab-${course()}-${pseudonym().replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.json`}
        plan={() => planWhole(course(), "mine", { of: pseudonym(), now: new Date() })}
      />
      <Help summary="What is in it">
        <ul class="file-holds">
          <For each={tablesOf("mine")}>{({ holds }) => <li>{holds}</li>}</For>
        </ul>
      </Help>
    </section>
  );
}
