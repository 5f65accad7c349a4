import { For, Show } from "solid-js";
import type { MemberView } from "../../../../shared/api/members.ts";
import { Button } from "../../../parts/button.tsx";
import { Table } from "../../../parts/table.tsx";
import { When } from "../../../parts/when.tsx";

/** Students by name, or by pseudonym where the course knows no names. */
export function StudentTable(props: {
  students: readonly MemberView[];
  hasNames: boolean;
  hasSections: boolean;
  mayOpen: boolean;
  onOpen: (person: MemberView) => void;
}) {
  return (
    <Table caption="Students of the course" captionHidden>
      <thead>
        <tr>
          <Show when={props.hasNames}>
            <th scope="col">name</th>
          </Show>
          <th scope="col">pseudonym</th>
          <Show when={props.mayOpen}>
            <th scope="col">
              <span class="unseen">open</span>
            </th>
          </Show>
          <Show when={props.hasSections}>
            <th scope="col">section</th>
          </Show>
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
              <Show when={props.hasNames}>
                <td>{person.name}</td>
              </Show>
              <th scope="row">{person.pseudonym}</th>
              <Show when={props.mayOpen}>
                <td>
                  <Button
                    kind="quiet"
                    aria-label={`Open ${person.pseudonym}: name, roster, help`}
                    onClick={() => props.onOpen(person)}
                  >
                    Open
                  </Button>
                </td>
              </Show>
              <Show when={props.hasSections}>
                <td>{person.section}</td>
              </Show>
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
