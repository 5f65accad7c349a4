const TIME = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const WHOLE = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });

/** When something was: the time if it was today, else the day; the whole of it on hover. `at` is ISO 8601. */
export function When(props: { at: string }) {
  const date = () => new Date(props.at);
  const short = () => (isToday(date()) ? TIME : DAY).format(date());
  return (
    <time datetime={props.at} title={WHOLE.format(date())}>
      {short()}
    </time>
  );
}

function isToday(date: Date): boolean {
  return date.toDateString() === new Date().toDateString();
}
