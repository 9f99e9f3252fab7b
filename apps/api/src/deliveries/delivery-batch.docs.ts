import { EXAMPLE_DELIVERIES, EXAMPLE_DELIVERY_ROUTE } from '@fleet/api/http/openapi/example-deliveries';
import { operation } from '@fleet/api/http/openapi/operation';
import { MAX_COMMANDS, RunBatchRequest } from './delivery-batch.dto';
import { BatchAnswerResponse } from './delivery-batch.responses';

const { pickedUp, inTransit } = EXAMPLE_DELIVERIES;
const CUSTOMER = pickedUp.customer;
const INCIDENT = { type: 'Weather', severity: 'Low', description: 'Fog on the road' };

export const batch = operation({
  id: 'runBatch',
  summary: 'Run many commands',
  description:
    `Creates, assigns and moves deliveries and reports incidents: 1 to ${MAX_COMMANDS} commands, done one after the ` +
    'other in their order, each by the rules of its own operation.\n\n' +
    'Each is done for itself and has a result of its own, with the status and the delivery or the problem that a request ' +
    'with this command alone has; one that fails stops no other, and what was done stays. With `atomic` all of them are ' +
    'done or none: the first that cannot be done is named by `index`, with its problem as `cause`. A field at fault is ' +
    'named by its place, such as `commands[3].customer.name`.\n\n' +
    'With an `Idempotency-Key` a batch that broke off is sent again as it was: commands that were done are not done ' +
    'again and have the result that they had, and those that were not, or were refused, are done now. ' +
    '`Idempotency-Replayed` says that all of them had been done before.',
  body: {
    type: RunBatchRequest,
    examples: {
      each: {
        summary: 'Each for itself',
        value: {
          commands: [
            { op: 'create', routeId: EXAMPLE_DELIVERY_ROUTE.id, customer: CUSTOMER },
            { op: 'incident', deliveryId: inTransit.id, ...INCIDENT },
          ],
        },
      },
      atomic: {
        summary: 'All or none',
        value: {
          atomic: true,
          commands: [
            { op: 'create', routeId: EXAMPLE_DELIVERY_ROUTE.id, customer: CUSTOMER },
            { op: 'create', routeId: EXAMPLE_DELIVERY_ROUTE.id, customer: CUSTOMER, priority: 'Urgent' },
          ],
        },
      },
    },
  },
  answer: {
    status: 200,
    description: 'What each command has come to.',
    type: BatchAnswerResponse,
    example: { succeeded: 1, failed: 0, results: [{ index: 0, status: 201, delivery: pickedUp }] },
  },
  problems: ['BATCH_REJECTED', 'CONCURRENT_UPDATE'],
});
