import { Field } from "./field.tsx";
import type { Clock } from "./zoned-time.ts";

/** A day and a time, as the clocks of a time zone show them. */
export function DayAndTime(props: {
  label: string;
  clock: Clock;
  complaint: string | null;
  onChange: (part: Partial<Clock>) => void;
}) {
  return (
    <>
      <Field label={props.label} complaint={props.complaint}>
        {(control) => (
          <input
            {...control()}
            type="date"
            value={props.clock.date}
            onInput={(event) => props.onChange({ date: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label="Time">
        {(control) => (
          <input
            {...control()}
            type="time"
            value={props.clock.time}
            onInput={(event) => props.onChange({ time: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}
