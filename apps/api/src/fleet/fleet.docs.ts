import { EXAMPLE_OVERVIEW } from '@fleet/api/http/openapi/example-live';
import { operation } from '@fleet/api/http/openapi/operation';
import { FleetOverviewResponse } from './fleet.responses';

export const overview = operation({
  id: 'showFleetOverview',
  summary: 'Show the fleet at a glance',
  description:
    'How many vehicles, drivers, trips and deliveries there are and how they stand, what is late, and what maintenance is due. ' +
    'Made to be asked often: an answer may be some seconds old as long as nothing has changed.',
  answer: { status: 200, description: 'The fleet.', type: FleetOverviewResponse, example: EXAMPLE_OVERVIEW },
});
