import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { EXAMPLE_DELIVERIES, EXAMPLE_DELIVERY_ROUTE } from '@fleet/api/http/openapi/example-deliveries';
import { DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { Deed, PlannedDriver, PlannedVehicle } from '@fleet/tools/demo/fleet/planned';
import { addMinutes } from '@fleet/tools/demo/fleet/working-calendar';
import { signature } from './picture';
import { DeliveryWork, PlannedDelivery, PlannedRoute } from './planned-delivery';

/** So many minutes ago the route of the examples began: all that they tell of it lies within. */
const BEGAN = 145;
/** Minutes before that. */
const PLANNED = 24 * 60;
const ACTIVATED = 30;

/**
 * Minutes after the start at which each is created, by its status: some have the same driver, who is held by one at a
 * time, so those that are over are over before the next one is created.
 */
const CREATED: Readonly<Record<DeliveryStatus, number>> = {
  Failed: -28,
  Cancelled: -26,
  Delivered: -20,
  OutForDelivery: -20,
  InTransit: -20,
  PickedUp: 143,
};
/** Minutes after that at which an attempt ended that never left. */
const ENDED = 1;

const START = new Date(EXAMPLE_DELIVERY_ROUTE.scheduledStart).getTime();

/** The deliveries of the examples with their route, as long after its start as they say: only that its start is today. */
export function planExampleDeliveries(
  now: Date,
  vehicles: readonly PlannedVehicle[],
  drivers: readonly PlannedDriver[],
): Deed<DeliveryWork>[] {
  const start = addMinutes(now, -BEGAN);
  const moved = (instant: string) => new Date(start.getTime() + new Date(instant).getTime() - START);
  const route = exampleRoute(moved);
  const deeds = Object.values<DeliveryView>(EXAMPLE_DELIVERIES).flatMap((view) => {
    const crew = {
      vehicle: vehicles.find(({ id }) => id === view.vehicleId),
      driver: drivers.find(({ id }) => id === view.driverId),
    };
    return courseOf({ ...detailsOf(view, moved), id: view.id, route, crew }, view, start, moved);
  });
  return [
    { at: addMinutes(start, -PLANNED), doneIn: (work) => work.planRoute(route) },
    { at: addMinutes(start, -ACTIVATED), doneIn: (work) => work.activateRoute(route) },
    ...deeds,
  ];
}

type Moved = (instant: string) => Date;

function exampleRoute(moved: Moved): PlannedRoute {
  const { id, name, origin, destination, scheduledStart, checkpoints } = EXAMPLE_DELIVERY_ROUTE;
  const stops = checkpoints.map((one) => ({
    ...one,
    expectedAt: moved(one.expectedAt),
    earliest: one.earliest && moved(one.earliest),
    latest: one.latest && moved(one.latest),
  }));
  return { id, name, origin, destination, scheduledStart: moved(scheduledStart), checkpoints: stops };
}

function detailsOf({ customer, reference, priority, promisedBy, requirements }: DeliveryView, moved: Moved) {
  return {
    reference,
    priority,
    requirements,
    customerName: customer.name!,
    customerPhone: customer.phone!,
    customerAddress: customer.address!,
    promisedBy: promisedBy === null ? null : moved(promisedBy),
  };
}

/** What leads to what the example shows. */
function courseOf(delivery: PlannedDelivery, view: DeliveryView, start: Date, moved: Moved): Deed<DeliveryWork>[] {
  const { tripId, checkpoints, incidents, proof, deliveredAt, distance, status } = view;
  const created = addMinutes(start, CREATED[status]);
  const deeds: Deed<DeliveryWork>[] = [{ at: created, doneIn: (work) => work.create(delivery) }];
  if (tripId) deeds.push({ at: start, doneIn: (work) => work.leave(delivery, tripId) });
  for (const { sequence, reachedAt } of checkpoints) {
    deeds.push({ at: moved(reachedAt), doneIn: (work) => work.reach(delivery, sequence) });
  }
  for (const { reportedAt, id, type, severity, description, location } of incidents) {
    const incident = { id, type, severity, description, location };
    deeds.push({ at: moved(reportedAt), doneIn: (work) => work.report(delivery, incident) });
  }
  if (status === 'OutForDelivery' || proof) {
    deeds.push({ at: moved(checkpoints.at(-1)!.reachedAt), doneIn: (work) => work.goOut(delivery) });
  }
  if (proof) {
    const { capturedAt, files, receivedBy, notes } = proof;
    const uploads = files.map(() => ({ field: 'signature', content: signature(4) }));
    const captured = { receivedBy: receivedBy!, notes, uploads, fileId: files[0]?.id };
    deeds.push({ at: moved(capturedAt), doneIn: (work) => work.prove(delivery, captured) });
  }
  if (deliveredAt) deeds.push({ at: moved(deliveredAt), doneIn: (work) => work.deliver(delivery, distance!) });
  const ended = addMinutes(created, ENDED);
  if (status === 'Failed') deeds.push({ at: ended, doneIn: (work) => work.fail(delivery, view) });
  if (status === 'Cancelled') deeds.push({ at: ended, doneIn: (work) => work.cancel(delivery, view) });
  return deeds;
}
