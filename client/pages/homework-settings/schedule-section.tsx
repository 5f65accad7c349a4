import { createSignal, For, Show } from "solid-js";
import type { ScheduleView } from "../../../shared/api/schedule.ts";
import { sayExample, sayLateRule } from "../../../shared/assignment/say-late-rule.ts";
import { sayInZone } from "../../../shared/assignment/zone.ts";
import { Button } from "../../parts/button.tsx";
import { DayAndTime } from "../../parts/day-and-time.tsx";
import { Field } from "../../parts/field.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { listZones, ownZone } from "../../parts/zoned-time.ts";
import { createAct } from "../../state/act.ts";
import { homeworkCalls } from "../../state/calls/homework.ts";
import { buildSchedule, formOf, ruleOf, type ScheduleField, type ScheduleForm } from "./schedule-form.ts";

const EXAMPLE_HOURS = 30;

/** When the homework is due and what late work costs. */
export function ScheduleSection(props: {
  course: string;
  /** Null until it has come. */
  view: ScheduleView | null;
  mayChange: boolean;
  again: () => Promise<void>;
}) {
  return (
    <section class="stack" aria-labelledby="due">
      <h2 id="due">When it is due</h2>
      <Show when={props.view} fallback={<StatusLine tone="muted">Loading the due date.</StatusLine>}>
        {(view) => (
          <Show when={props.mayChange} fallback={<Said view={view()} />}>
            <ScheduleEditor course={props.course} view={view()} again={props.again} />
          </Show>
        )}
      </Show>
    </section>
  );
}

function Said(props: { view: ScheduleView }) {
  return (
    <>
      <p>{sayDate(props.view)}</p>
      <p class="muted">{sayLateRule(props.view.rule)}</p>
    </>
  );
}

function sayDate({ dueAt, zone }: Pick<ScheduleView, "dueAt" | "zone">): string {
  return dueAt === null ? "Nothing is due." : `Due ${sayInZone(Date.parse(dueAt), zone)}.`;
}

function ScheduleEditor(props: { course: string; view: ScheduleView; again: () => Promise<void> }) {
  const { act, isActing, failed } = createAct();
  const [form, setForm] = createSignal<ScheduleForm>(formOf(props.view, ownZone()));
  const [said, setSaid] = createSignal<"saved" | "overtaken" | null>(null);
  const change = (part: Partial<ScheduleForm>) => {
    setSaid(null);
    setForm({ ...form(), ...part });
  };
  const built = () => buildSchedule(form(), props.view.revision);
  const complaint = (field: ScheduleField) => {
    const now = built();
    return !now.ok && now.field === field ? now.message : null;
  };
  const rule = () => ruleOf(form());
  const due = () => {
    const now = built();
    return now.ok ? sayDate(now.wish) : "\u00a0";
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const now = built();
    if (!now.ok) return;
    const before = props.view.revision;
    const put = await act(() => homeworkCalls.putSchedule(props.course, now.wish));
    // What failed leaves the form as it is; only a schedule that someone else changed is read again.
    const present = put === null ? await homeworkCalls.schedule(props.course) : null;
    const isOvertaken = present?.ok === true && present.value.revision !== before;
    if (put === null && !isOvertaken) return;
    await props.again();
    setSaid(isOvertaken ? "overtaken" : "saved");
  };
  return (
    <form class="schedule-form stack" onSubmit={save} noValidate>
      <div class="schedule-when">
        <DayAndTime label="Day" clock={form()} complaint={complaint("date")} onChange={change} />
        <Field label="Time zone of the course" complaint={complaint("zone")}>
          {(control) => (
            <select {...control()} onChange={(event) => change({ zone: event.currentTarget.value })}>
              <ZoneOptions chosen={form().zone} />
            </select>
          )}
        </Field>
      </div>
      <fieldset class="late-rule stack">
        <legend>Late work</legend>
        <div class="schedule-when">
          <Field label="Minutes that still count as in time" complaint={complaint("graceMinutes")}>
            {(control) => (
              <input
                {...control()}
                inputmode="numeric"
                autocomplete="off"
                value={form().graceMinutes}
                onInput={(event) => change({ graceMinutes: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label="Percent that each day takes off" complaint={complaint("percentADay")}>
            {(control) => (
              <input
                {...control()}
                inputmode="decimal"
                autocomplete="off"
                value={form().percentADay}
                onInput={(event) => change({ percentADay: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label="Late work is taken in">
            {(control) => (
              <select
                {...control()}
                onChange={(event) => change({ isCutOff: event.currentTarget.value === "until" })}
              >
                <option value="always" selected={!form().isCutOff}>
                  at any time
                </option>
                <option value="until" selected={form().isCutOff}>
                  until some hours after the due date
                </option>
              </select>
            )}
          </Field>
          <Show when={form().isCutOff}>
            <Field label="Hours after the due date" complaint={complaint("cutOffHours")}>
              {(control) => (
                <input
                  {...control()}
                  inputmode="numeric"
                  autocomplete="off"
                  value={form().cutOffHours}
                  onInput={(event) => change({ cutOffHours: event.currentTarget.value })}
                />
              )}
            </Field>
          </Show>
        </div>
      </fieldset>
      <div class="schedule-said" aria-live="polite">
        <p>{due()}</p>
        <Show when={rule()}>
          {(now) => (
            <>
              <p>{sayLateRule(now())}</p>
              <p>{sayExample(EXAMPLE_HOURS, now())}</p>
            </>
          )}
        </Show>
      </div>
      <div class="row">
        <Button kind="primary" type="submit" disabled={isActing() || !built().ok}>
          Save due date and late rule
        </Button>
        <Show when={said() === "saved"}>
          <StatusLine tone="good" live>
            Saved. How late each submission is follows at once.
          </StatusLine>
        </Show>
      </div>
      <Show when={said() === "overtaken"} fallback={<Problem words={failed()} />}>
        <StatusLine tone="failed" live>
          Not saved: someone else changed it while you did. It now says: {sayDate(props.view)}{" "}
          {sayLateRule(props.view.rule)} Save again to put yours in its place.
        </StatusLine>
      </Show>
    </form>
  );
}

function ZoneOptions(props: { chosen: string }) {
  const zones = listZones();
  const all = () => (zones.includes(props.chosen) ? zones : [props.chosen, ...zones]);
  return (
    <For each={all()}>
      {(zone) => (
        <option value={zone} selected={zone === props.chosen}>
          {zone.replaceAll("_", " ")}
        </option>
      )}
    </For>
  );
}
