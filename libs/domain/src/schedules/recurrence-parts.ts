/** The parts of a rule by their names. */
export type Parts = Readonly<Record<string, string | undefined>>;

export type PartCheck = (value: string) => boolean;

/** A day of the week, or the n-th one of the month or year: `MO`, `2TU`, `-1FR`. */
export const DAY = /^([+-]?([1-9]|[1-4]\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)$/;

interface Range {
  readonly least?: number;
  readonly most: number;
  /** Whether it may be counted from the end too: -1 is the last. */
  readonly fromEnd?: boolean;
  readonly list?: boolean;
}

/** Whole numbers in their range, a list of them unless told otherwise. */
export function numbers({ least = 1, most, fromEnd = false, list = true }: Range): PartCheck {
  const isOne = (text: string) => {
    if (!(fromEnd ? /^[+-]?\d{1,5}$/ : /^\d{1,5}$/).test(text)) return false;
    const size = Math.abs(Number(text));
    return size >= least && size <= most;
  };
  return list ? lists(isOne) : isOne;
}

export function lists(isOne: PartCheck): PartCheck {
  return (value) => value.split(',').every(isOne);
}

export function isCalendarDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
