import { IncidentReport } from '@fleet/domain/deliveries/incident';
import { Deed } from '@fleet/tools/demo/fleet/planned';
import { Random } from '@fleet/tools/demo/fleet/random';
import { addMinutes } from '@fleet/tools/demo/fleet/working-calendar';
import { DeliveryWork, PlannedDelivery, PlannedIncident } from './planned-delivery';

type Trouble = Pick<IncidentReport, 'type' | 'severity' | 'description'> & { readonly resolution: string };

const TROUBLES: readonly Trouble[] = [
  { type: 'Traffic', severity: 'Medium', description: 'Standing in traffic', resolution: 'The road is clear again' },
  { type: 'Weather', severity: 'Low', description: 'Heavy rain, slow traffic', resolution: 'The rain has stopped' },
  { type: 'Breakdown', severity: 'High', description: 'A flat tyre', resolution: 'The spare wheel is on' },
  { type: 'AddressProblem', severity: 'Low', description: 'No such number in the street', resolution: 'The customer was called' },
  { type: 'DamagedGoods', severity: 'Medium', description: 'One box is wet', resolution: 'The customer takes it all the same' },
]; // prettier-ignore
/** Minutes behind the plan from which on something must have happened. */
const NOTEWORTHY = 20;
const OTHERWISE = 0.06;
/** Of those that are reported, how many somebody sees to. */
const RESOLVED = 0.75;

/** What is reported on the way, if anything is, and that it is over. @param way leaving and the checkpoints, in order */
export function plannedIncident(
  random: Random,
  delivery: PlannedDelivery,
  delay: number,
  way: readonly Deed<DeliveryWork>[],
): Deed<DeliveryWork>[] {
  if (!random.chance(delay > NOTEWORTHY ? 0.8 : OTHERWISE)) return [];
  const { resolution, ...trouble } = random.pick(TROUBLES);
  const incident: PlannedIncident = { ...trouble, location: delivery.route.checkpoints[0]!.location };
  const at = addMinutes(way[0]!.at, 1);
  const reported: Deed<DeliveryWork> = { at, doneIn: (work) => work.report(delivery, incident) };
  if (!random.chance(RESOLVED)) return [reported];
  const over = addMinutes(way[1]!.at, 1);
  return [reported, { at: over, doneIn: (work) => work.resolve(delivery, incident, resolution) }];
}
