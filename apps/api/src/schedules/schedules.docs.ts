import { EXAMPLE_SCHEDULES, EXAMPLE_TEMPLATE, summaryOf } from '@fleet/api/http/openapi/example-schedules';
import { Answer, operation } from '@fleet/api/http/openapi/operation';
import { ScheduleRequest } from './schedules.dto';
import { OccurrencesResponse, SchedulePage, ScheduleResponse } from './schedules.responses';

const { bread, toPause, toResume, toDelete } = EXAMPLE_SCHEDULES;

const schedule = (description: string, example: object): Answer => ({
  status: 200,
  description,
  type: ScheduleResponse,
  example,
  headers: ['ETag'],
});

export const list = operation({
  id: 'listSchedules',
  summary: 'List schedules',
  description: 'The schedules that satisfy all the filters given, page by page, without their templates.',
  answer: {
    status: 200,
    description: 'A page of schedules.',
    type: SchedulePage,
    example: { items: [summaryOf(bread)], nextCursor: null },
  },
});

export const get = operation({
  id: 'getSchedule',
  summary: 'Get a schedule',
  description: 'One schedule by the id, with its template.',
  pathId: { of: 'the schedule', example: bread.id },
  condition: 'If-None-Match',
  answer: schedule('The schedule.', bread),
  problems: ['SCHEDULE_NOT_FOUND'],
});

export const occurrences = operation({
  id: 'listScheduleOccurrences',
  summary: 'List the occurrences of a schedule',
  description:
    'What was made from a schedule, with the routes, and what will be made from it as it is now, were it active. What was ' +
    'missed for more than an hour, because nothing ran, is not made up for and not listed.',
  pathId: { of: 'the schedule', example: bread.id },
  answer: {
    status: 200,
    description: 'The occurrences from one instant to another.',
    type: OccurrencesResponse,
    example: {
      items: [
        { occursAt: '2026-01-05T11:00:00.000Z', routeId: null },
        { occursAt: '2026-01-07T11:00:00.000Z', routeId: null },
      ],
    },
  },
  problems: ['SCHEDULE_NOT_FOUND'],
});

const NEW = {
  name: 'Bread for the south',
  rule: 'FREQ=WEEKLY;BYDAY=TU,TH',
  timeZone: 'America/Sao_Paulo',
  startsAt: '2026-01-06T08:00',
  template: EXAMPLE_TEMPLATE,
};

export const create = operation({
  id: 'createSchedule',
  summary: 'Create a schedule',
  description:
    'Adds an active schedule. From now on a route with its deliveries is made for each occurrence, some days ahead (7, unless ' +
    'the operator has set another number), once. A vehicle or a driver who is not free then is left out of the delivery, which ' +
    'is made all the same.',
  body: { type: ScheduleRequest, examples: { new: { summary: 'A new schedule', value: NEW } } },
  answer: {
    ...schedule('The schedule as created.', { ...bread, ...NEW, active: true }),
    status: 201,
    headers: ['ETag', 'Location'],
  },
});

const { name, timeZone, startsAt, template } = bread;
const EARLIER = { name, rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', timeZone, startsAt, template };

export const change = operation({
  id: 'changeSchedule',
  summary: 'Change a schedule',
  description:
    'Replaces name, rule, time zone, start and template. Routes and deliveries that were made stay as they are: the change ' +
    'holds from `createdUntil` on. The same values once more change nothing.',
  pathId: { of: 'the schedule', example: bread.id },
  condition: 'If-Match',
  body: { type: ScheduleRequest, examples: { rule: { summary: 'Every working day', value: EARLIER } } },
  answer: schedule('The schedule as it is now.', { ...bread, ...EARLIER, version: 2 }),
  problems: ['SCHEDULE_NOT_FOUND'],
});

export const remove = operation({
  id: 'deleteSchedule',
  summary: 'Delete a schedule',
  description:
    'Deletes a schedule, and with it what it says of customers, in the event log too. Routes and deliveries that were made ' +
    'stay. There is no way back; a schedule that may be wanted again can be paused.',
  pathId: { of: 'the schedule', example: toDelete.id },
  condition: 'If-Match',
  answer: { status: 204, description: 'The schedule is gone. No body.' },
  problems: ['SCHEDULE_NOT_FOUND'],
});

export const pause = operation({
  id: 'pauseSchedule',
  summary: 'Pause a schedule',
  description:
    'Nothing more is made from it until it is resumed. What was made stays. A paused schedule stays as it is.',
  pathId: { of: 'the schedule', example: toPause.id },
  condition: 'If-Match',
  answer: schedule('The schedule, paused.', { ...toPause, active: false, version: 2 }),
  problems: ['SCHEDULE_NOT_FOUND'],
});

export const resume = operation({
  id: 'resumeSchedule',
  summary: 'Resume a schedule',
  description: 'Goes on from now: what was due meanwhile is not made up for. An active schedule stays as it is.',
  pathId: { of: 'the schedule', example: toResume.id },
  condition: 'If-Match',
  answer: schedule('The schedule, active.', { ...toResume, active: true, version: 2 }),
  problems: ['SCHEDULE_NOT_FOUND'],
});
