import { EXAMPLE_ROUTES } from '@fleet/api/http/openapi/example-routes';
import { operation } from '@fleet/api/http/openapi/operation';
import { EXAMPLE_OVERVIEW, RouteOverviewPage } from './routes-overview.responses';
import { ChangeRouteRequest, PlanRouteRequest } from './routes.dto';
import { RoutePage, RouteResponse } from './routes.responses';

const { active, planning, toChange } = EXAMPLE_ROUTES;

export const list = operation({
  id: 'listRoutes',
  summary: 'List routes',
  description:
    'The routes that satisfy all the filters given, page by page. Without filters: all of them, the last that is ' +
    'scheduled to start in front. Drivers see those on which a delivery is assigned to them.',
  answer: {
    status: 200,
    description: 'A page of routes.',
    type: RoutePage,
    example: { items: [planning, active], nextCursor: null },
  },
});

export const overview = operation({
  id: 'listRoutesOverview',
  summary: 'See how routes stand',
  description:
    'Each route with its deliveries by their states, how many of them are delivered and late, and how far the last one ' +
    'on the road is behind the plan, with the order and most filters of the list of routes.',
  answer: {
    status: 200,
    description: 'A page of routes with their deliveries.',
    type: RouteOverviewPage,
    example: { items: [EXAMPLE_OVERVIEW], nextCursor: null },
  },
});

export const get = operation({
  id: 'getRoute',
  summary: 'Get a route',
  description: 'One route with its checkpoints by its id, as it is or, with `asOf`, as it was.',
  pathId: { of: 'the route', example: active.id },
  condition: 'If-None-Match',
  answer: { status: 200, description: 'The route.', type: RouteResponse, example: active, headers: ['ETag'] },
  problems: ['ROUTE_NOT_FOUND'],
});

const { name, origin, destination, scheduledStart } = planning;
const DETAILS = { name, origin, destination, scheduledStart };

export const plan = operation({
  id: 'planRoute',
  summary: 'Plan a route',
  description:
    'A route in planning, with checkpoints or without. Their times rise from the scheduled start on, and the last one is ' +
    'the scheduled end.',
  body: {
    type: PlanRouteRequest,
    examples: {
      whole: {
        summary: 'A route with its checkpoints',
        value: { ...DETAILS, checkpoints: planning.checkpoints.map(({ sequence: _, ...checkpoint }) => checkpoint) },
      },
      bare: { summary: 'A route whose checkpoints come later', value: DETAILS },
    },
  },
  answer: {
    status: 201,
    description: 'The route as it was planned.',
    type: RouteResponse,
    example: planning,
    headers: ['ETag', 'Location'],
  },
  problems: ['CHECKPOINT_OUT_OF_ORDER'],
});

export const change = operation({
  id: 'changeRoute',
  summary: 'Change a route',
  description:
    'Replaces name, origin, destination and scheduled start, in planning alone; the checkpoints stay. The same values ' +
    'once more change nothing.',
  pathId: { of: 'the route', example: toChange.id },
  condition: 'If-Match',
  body: {
    type: ChangeRouteRequest,
    examples: {
      start: {
        summary: 'An earlier start',
        value: { ...DETAILS, name: toChange.name, scheduledStart: '2025-08-21T07:30:00Z' },
      },
    },
  },
  answer: {
    status: 200,
    description: 'The route as it is now.',
    type: RouteResponse,
    example: { ...toChange, scheduledStart: '2025-08-21T07:30:00.000Z', version: 2 },
    headers: ['ETag'],
  },
  problems: ['ROUTE_NOT_FOUND', 'ROUTE_NOT_IN_PLANNING', 'CHECKPOINT_OUT_OF_ORDER'],
});
