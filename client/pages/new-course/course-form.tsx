import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { CreatedCourse } from "../../../shared/api/courses.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import type { ApiFailure } from "../../state/api.ts";
import { courseCalls } from "../../state/calls/courses.ts";
import {
  type Complaint,
  type CourseField,
  MAX_TITLE_CHARACTERS,
  readSetupKey,
  readWish,
  suggestName,
} from "./wish.ts";

/**
 * Asks what a course needs. A setup key that the link carries stands behind the #, which browsers never send, and is taken out of
 * the address bar and the history before anything else.
 */
export function CourseForm(props: { onMade: (course: CreatedCourse) => void }) {
  const [title, setTitle] = createSignal("");
  const [typedName, setTypedName] = createSignal<string | null>(null);
  const [publicBoard, setPublicBoard] = createSignal(false);
  const [setupKey, setSetupKey] = createSignal("");
  const [isCarried, setCarried] = createSignal(false);
  const [isMaking, setMaking] = createSignal(false);
  const [complaint, setComplaint] = createSignal<Complaint | null>(null);
  const [failed, setFailed] = createSignal<string | null>(null);
  let form: HTMLFormElement | undefined;
  const course = () => typedName() ?? suggestName(title());
  const complaintOf = (field: CourseField) => {
    const now = complaint();
    return now?.field === field ? now.words : null;
  };

  function takeKey(): void {
    const key = readSetupKey(location.hash);
    if (location.hash !== "") history.replaceState(history.state, "", location.pathname);
    if (key === null) return;
    setSetupKey(key);
    setCarried(true);
  }
  onMount(takeKey);
  addEventListener("hashchange", takeKey);
  onCleanup(() => removeEventListener("hashchange", takeKey));

  function complain(why: Complaint): void {
    if (why.field === "setupKey") setCarried(false);
    setComplaint(why);
    form?.querySelector<HTMLElement>(`[name="${why.field}"]`)?.focus();
  }
  function tell(why: ApiFailure): void {
    if (why.reason === "refused" && why.kind === "conflict")
      complain({ field: "course", words: why.message });
    else if (why.reason === "refused" && why.kind === "notSignedIn")
      complain({ field: "setupKey", words: WRONG_KEY });
    else setFailed(why.message);
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setComplaint(null);
    setFailed(null);
    const read = readWish({
      title: title(),
      course: course(),
      publicBoard: publicBoard(),
      setupKey: setupKey(),
    });
    if (!read.ok) return complain(read.error);
    setMaking(true);
    const made = await courseCalls.create(read.value.wish, read.value.setupKey);
    setMaking(false);
    if (made.ok) props.onMade(made.value);
    else tell(made.error);
  };

  return (
    <>
      <div class="stack">
        <h1>Make a course</h1>
        <p class="lede">
          For who teaches a class. It has the built-in homework at once; you can change it, and set when it is
          due.
        </p>
      </div>
      <form class="stack new-course" ref={form} onSubmit={submit} noValidate>
        <Field label="Title" help="As your students know it." complaint={complaintOf("title")}>
          {(control) => (
            <input
              {...control()}
              name="title"
              autocomplete="off"
              maxlength={MAX_TITLE_CHARACTERS}
              placeholder="ECE 4803, fall"
              value={title()}
              onInput={(event) => {
                setComplaint(null);
                setTitle(event.currentTarget.value);
              }}
            />
          )}
        </Field>
        <Field
          label="Short name"
          help={`It stands in the course’s addresses and stays: ${location.host}/c/${course() || "ece-4803"}`}
          complaint={complaintOf("course")}
        >
          {(control) => (
            <input
              {...control()}
              name="course"
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              placeholder="ece-4803"
              value={course()}
              onInput={(event) => {
                setComplaint(null);
                setTypedName(event.currentTarget.value);
              }}
            />
          )}
        </Field>
        <Show
          when={!isCarried()}
          fallback={
            <div class="row">
              <StatusLine tone="good">The setup key came with your link.</StatusLine>
              <Button kind="quiet" onClick={() => setCarried(false)}>
                Use another
              </Button>
            </div>
          }
        >
          <Field
            label="Setup key"
            help="Who runs this lab has it: it was set when the lab was deployed. On your own machine, npm start prints a link that carries it."
            complaint={complaintOf("setupKey")}
          >
            {(control) => (
              <input
                {...control()}
                name="setupKey"
                type="password"
                autocomplete="off"
                value={setupKey()}
                onInput={(event) => {
                  setComplaint(null);
                  setSetupKey(event.currentTarget.value);
                }}
              />
            )}
          </Field>
        </Show>
        <label class="choice">
          <input
            type="checkbox"
            checked={publicBoard()}
            onChange={(event) => setPublicBoard(event.currentTarget.checked)}
          />
          <span>Let anyone see the board, which shows pseudonyms alone. Else your class sees it.</span>
        </label>
        <div class="row">
          <Button kind="primary" size="large" type="submit" disabled={isMaking()}>
            {isMaking() ? "Making the course" : "Make the course"}
          </Button>
        </div>
        <Problem words={failed()} />
      </form>
    </>
  );
}

const WRONG_KEY = "This is not the setup key of this lab. Ask who deployed it; nothing was made.";
