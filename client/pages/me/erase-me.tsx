import { createSignal, Show } from "solid-js";
import type { Membership } from "../../../shared/api/courses.ts";
import { Button } from "../../parts/button.tsx";
import { TypedPseudonym } from "../../parts/typed-pseudonym.tsx";
import { createAct } from "../../state/act.ts";
import { recordsCalls } from "../../state/calls/records.ts";
import { createCourse } from "../../state/course.ts";

/** Has a student erased at the student's own wish, in two steps, and this browser forget the course. */
export function EraseMe(props: { membership: Membership }) {
  const courses = createCourse();
  const { act, isActing, failed } = createAct();
  const [isOpen, setOpen] = createSignal(false);
  const [clearsDevice, setClearsDevice] = createSignal(true);
  const member = () => props.membership.member.pseudonym;

  async function erase(typed: string): Promise<void> {
    const { course } = props.membership;
    const owner = { course, member: member() };
    if ((await act(() => recordsCalls.erase(course, null, typed))) === null) return;
    const device = clearsDevice() ? await clearDevice(owner) : "kept";
    courses.forget(course);
    // A page of its own, so that nothing of the course is left in this tab's memory.
    location.assign(`/erased?device=${device}`);
  }

  return (
    <section class="stack" aria-labelledby="erase-me">
      <h2 id="erase-me">Erase me from this course</h2>
      <p class="muted">
        At once, you are gone from every list, board and page, your run links lead nowhere, your name is off
        the roster, and no browser or code lets you in. Within a day, a nightly job deletes your runs, answers
        and what you handed in. It cannot be undone, and a restored backup does not bring you back. What your
        instructors saved as files before, you have to ask them about.
      </p>
      <Show
        when={isOpen()}
        fallback={
          <div class="row">
            <Button onClick={() => setOpen(true)}>Erase me</Button>
          </div>
        }
      >
        <TypedPseudonym
          pseudonym={member()}
          action="Erase me for good"
          cancel="Stay in the course"
          isActing={isActing()}
          failed={failed()}
          onTyped={erase}
          onCancel={() => setOpen(false)}
        >
          <label class="choice">
            <input
              type="checkbox"
              checked={clearsDevice()}
              onChange={(event) => setClearsDevice(event.currentTarget.checked)}
            />
            Also delete what this browser keeps of the course: drafts of answers, and runs
          </label>
        </TypedPseudonym>
      </Show>
    </section>
  );
}

async function clearDevice(owner: { course: string; member: string }): Promise<"cleared" | "failed"> {
  try {
    const { forgetOnDevice } = await import("../../state/forget-course.ts");
    await forgetOnDevice(owner);
    return "cleared";
  } catch {
    return "failed";
  }
}
