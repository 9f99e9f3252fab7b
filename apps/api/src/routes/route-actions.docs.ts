import { EXAMPLE_ROUTES } from '@fleet/api/http/openapi/example-routes';
import { Answer, operation } from '@fleet/api/http/openapi/operation';
import { RouteResponse } from './routes.responses';

const { active, completed, cancelled, toActivate, toComplete, toCancel } = EXAMPLE_ROUTES;

const answer = (description: string, example: object): Answer => ({
  status: 200,
  description,
  type: RouteResponse,
  example,
  headers: ['ETag'],
});

export const activate = operation({
  id: 'activateRoute',
  summary: 'Activate a route',
  description: 'Ends the planning: from now on deliveries can be created on the route, and its plan stays as it is.',
  pathId: { of: 'the route', example: toActivate.id },
  condition: 'If-Match',
  answer: answer('The route, active.', { ...active, id: toActivate.id, name: toActivate.name }),
  problems: ['ROUTE_NOT_FOUND', 'ROUTE_NOT_IN_PLANNING', 'ROUTE_HAS_NO_CHECKPOINTS'],
});

export const complete = operation({
  id: 'completeRoute',
  summary: 'Complete a route',
  description: 'Ends an active route, once all of its deliveries are delivered, failed or cancelled.',
  pathId: { of: 'the route', example: toComplete.id },
  condition: 'If-Match',
  answer: answer('The route, completed.', { ...completed, id: toComplete.id, name: toComplete.name }),
  problems: ['ROUTE_NOT_FOUND', 'ROUTE_NOT_ACTIVE', 'ROUTE_HAS_OPEN_DELIVERIES'],
});

export const cancel = operation({
  id: 'cancelRoute',
  summary: 'Cancel a route',
  description: 'Gives up a route that is planned or active, once none of its deliveries is open. There is no way back.',
  pathId: { of: 'the route', example: toCancel.id },
  condition: 'If-Match',
  answer: answer('The route, cancelled.', { ...cancelled, id: toCancel.id, name: toCancel.name }),
  problems: ['ROUTE_NOT_FOUND', 'ROUTE_ALREADY_ENDED', 'ROUTE_HAS_OPEN_DELIVERIES'],
});
