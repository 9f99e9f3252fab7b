import { EXAMPLE_DELIVERIES } from '@fleet/api/http/openapi/example-deliveries';
import { EXAMPLE_LIVE, EXAMPLE_SERVICE_LEVEL } from '@fleet/api/http/openapi/example-live';
import { operation } from '@fleet/api/http/openapi/operation';
import { DeliveryPage, DeliveryResponse } from './delivery.responses';
import { LiveDeliveryPage } from './live-tracking.responses';
import { ServiceLevelResponse } from './service-level.responses';

const { delivered, inTransit } = EXAMPLE_DELIVERIES;

export const list = operation({
  id: 'listDeliveries',
  summary: 'List deliveries',
  description:
    'The deliveries that satisfy all the filters given, page by page. Without filters: all of them, the latest slot in front.',
  answer: {
    status: 200,
    description: 'A page of deliveries.',
    type: DeliveryPage,
    example: { items: [inTransit, delivered], nextCursor: null },
  },
});

export const get = operation({
  id: 'getDelivery',
  summary: 'Get a delivery',
  description: 'One delivery by its id, as it is or, with `asOf`, as it was.',
  pathId: { of: 'the delivery', example: delivered.id },
  condition: 'If-None-Match',
  answer: {
    status: 200,
    description: 'The delivery.',
    type: DeliveryResponse,
    example: delivered,
    headers: ['ETag'],
  },
  problems: ['DELIVERY_NOT_FOUND'],
});

export const track = operation({
  id: 'trackDeliveries',
  summary: 'Follow the deliveries on the road',
  description:
    'The deliveries in `InTransit` and `OutForDelivery`, the earliest slot in front: what was reached, what is ahead, and when ' +
    'it is to be expected. Estimates shift the plan by the delay at the checkpoint furthest along the route that was ' +
    'reached, and before the first one not at all; what is next is never expected before now, and the rest moves on with it.',
  answer: {
    status: 200,
    description: 'A page of deliveries on the road.',
    type: LiveDeliveryPage,
    example: { items: [EXAMPLE_LIVE], nextCursor: null },
  },
});

export const serviceLevel = operation({
  id: 'measureServiceLevel',
  summary: 'Measure the service level',
  description:
    'What was delivered in a range of time against what was promised: all together and, with `by`, group by group. In time is ' +
    'what came at the promised instant or before. Of the minutes the median and the 95th percentile are exact, by the ' +
    'nearest rank: the smallest number of minutes that at least that share was late at most.',
  answer: {
    status: 200,
    description: 'The service level.',
    type: ServiceLevelResponse,
    example: EXAMPLE_SERVICE_LEVEL,
  },
});
