const [DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS] = [86_400_000, 3_600_000, 60_000, 1_000];

const digits = (count: number) =>
  Array.from({ length: 10 ** count }, (_, number) => String(number).padStart(count, '0'));
const TWO = digits(2);
const THREE = digits(3);

/** The days that were written of late, by their number: a page of a list has few. */
const days = new Map<number, string>();
const MAX_DAYS = 10_000;

/** What `toISOString` gives, of a year with four digits, in a sixth of its time: a list is instants for the most part. */
export function instantText(instant: Date): string {
  const time = instant.getTime();
  const day = Math.floor(time / DAY_MS);
  let rest = time - day * DAY_MS;
  const hour = Math.trunc(rest / HOUR_MS);
  rest -= hour * HOUR_MS;
  const minute = Math.trunc(rest / MINUTE_MS);
  rest -= minute * MINUTE_MS;
  const second = Math.trunc(rest / SECOND_MS);
  return `${dayText(day)}T${TWO[hour]}:${TWO[minute]}:${TWO[second]}.${THREE[rest - second * SECOND_MS]}Z`;
}

function dayText(day: number): string {
  let text = days.get(day);
  if (text === undefined) {
    if (days.size >= MAX_DAYS) days.clear();
    text = new Date(day * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
    days.set(day, text);
  }
  return text;
}
