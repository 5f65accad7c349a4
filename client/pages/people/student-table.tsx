import { For, Show } from "solid-js";
import type { MemberView } from "../../../shared/api/members.ts";
import { Button } from "../../parts/button.tsx";
import { Table } from "../../parts/table.tsx";
import { When } from "../../parts/when.tsx";

export function StudentTable(props: {
  students: readonly MemberView[];
  mayHelp: boolean;
  onHelp: (person: MemberView) => void;
}) {
  return (
    <Table caption="Students of the course" captionHidden>
      <thead>
        <tr>
          <th scope="col">pseudonym</th>
          <th scope="col">
            <span class="unseen">help</span>
          </th>
          <th scope="col">joined</th>
          <th scope="col">last here</th>
          <th scope="col" data-number="">
            browsers
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.students}>
          {(person) => (
            <tr>
              <th scope="row">{person.pseudonym}</th>
              <td>
                <Show when={props.mayHelp}>
                  <Button
                    kind="quiet"
                    aria-label={`Help ${person.pseudonym} back in, or sign out`}
                    onClick={() => props.onHelp(person)}
                  >
                    Help
                  </Button>
                </Show>
              </td>
              <td>
                <When at={person.joinedAt} />
              </td>
              <td>
                <Show when={person.seenAt} fallback="signed out">
                  {(at) => <When at={at()} />}
                </Show>
              </td>
              <td data-number="">{person.browsers}</td>
            </tr>
          )}
        </For>
      </tbody>
    </Table>
  );
}
