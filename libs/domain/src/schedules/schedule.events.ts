/** What can happen to a schedule, and what each event's payload holds. `template` is the JSON of a ScheduleTemplate. */
export type ScheduleEvents = {
  ScheduleCreated: {
    name: string;
    rule: string;
    timeZone: string;
    startsAt: string;
    template: string;
    active: boolean;
  };
  /** Only the fields that changed. */
  ScheduleChanged: { name?: string; rule?: string; timeZone?: string; startsAt?: string; template?: string };
  SchedulePaused: { active: boolean };
  ScheduleResumed: { active: boolean };
  ScheduleDeleted: Record<string, never>;
};

/** What in these payloads tells of customers: kept under a key that goes with the schedule. */
export const SCHEDULE_PERSONAL_FIELDS = ['template'] as const;

export type ScheduleEventType = keyof ScheduleEvents;
