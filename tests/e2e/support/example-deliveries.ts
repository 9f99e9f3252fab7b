import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { FileStore } from '@fleet/application/shared/file-store';
import { FileSeals } from '@fleet/application/shared/uploads/file-seals';
import {
  EXAMPLE_DELIVERIES,
  EXAMPLE_DELIVERY_DRIVERS,
  EXAMPLE_DELIVERY_ROUTE,
  EXAMPLE_DELIVERY_VEHICLES,
} from '@fleet/api/http/openapi/example-deliveries';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { Route } from '@fleet/domain/routes/route';
import { RouteRepository } from '@fleet/domain/routes/route.repository';
import { TripRepository } from '@fleet/domain/trips/trip.repository';
import { Trip } from '@fleet/domain/trips/trip';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { aPng } from '@fleet/tests/builders/images';
import { restoredDriver, restoredVehicle } from './example-rows';

const { checkpoints } = EXAMPLE_DELIVERY_ROUTE;
const PLAN = checkpoints.map(({ expectedAt, earliest, latest, ...checkpoint }) => ({
  ...checkpoint,
  expectedAt: new Date(expectedAt),
  earliest: earliest && new Date(earliest),
  latest: latest && new Date(latest),
}));

/** Stores the deliveries of the examples, with their route, vehicles, drivers, trips and files. In a unit of work. */
export async function addExampleDeliveries(app: NestFastifyApplication): Promise<void> {
  const find = <T>(port: abstract new (...parts: never[]) => T): T => app.get<T>(port, { strict: false });
  for (const row of Object.values(EXAMPLE_DELIVERY_VEHICLES)) await find(VehicleRepository).add(restoredVehicle(row));
  for (const row of Object.values(EXAMPLE_DELIVERY_DRIVERS)) await find(DriverRepository).add(restoredDriver(row));
  await find(RouteRepository).add(exampleRoute());
  for (const view of Object.values<DeliveryView>(EXAMPLE_DELIVERIES)) {
    const keys: Record<string, string> = {};
    for (const { id } of view.proof?.files ?? []) {
      const { key, content } = find(FileSeals).seal(id, aPng());
      await find(FileStore).put(id, content);
      keys[id] = key;
    }
    const delivery = happened(view, JSON.stringify(keys));
    await find(DeliveryRepository).add(delivery);
    if (delivery.isOnRoad) await find(TripRepository).add(runningTrip(view));
  }
}

function exampleRoute(): Route {
  const { id, name, origin, destination, ...route } = EXAMPLE_DELIVERY_ROUTE;
  const details = { name, origin, destination, scheduledStart: new Date(route.scheduledStart) };
  const planned = Route.plan(id, details, PLAN, new Date(route.createdAt));
  planned.activate(new Date(route.activatedAt));
  return planned;
}

function runningTrip({ id: deliveryId, tripId, vehicleId, driverId, slotStart }: DeliveryView): Trip {
  const details = { id: tripId!, vehicleId: vehicleId!, driverId: driverId!, route: EXAMPLE_DELIVERY_ROUTE.name };
  return Trip.start({ ...details, deliveryId }, new Date(slotStart));
}

/** What has led to what the example shows. */
function happened(view: DeliveryView, fileKeys: string): Delivery {
  const { customer, ...same } = view;
  const [created, slotStart] = [new Date(view.createdAt), new Date(view.slotStart)];
  const slot = { id: view.routeId, slotStart, slotEnd: new Date(view.slotEnd) };
  const details = {
    ...same,
    customerName: customer.name!,
    customerPhone: customer.phone!,
    customerAddress: customer.address!,
    promisedBy: view.promisedBy === null ? null : new Date(view.promisedBy),
  };
  const delivery = Delivery.create(view.id, slot, details, view, created);
  if (view.tripId) delivery.goInTransit(view.tripId, slotStart);
  for (const { sequence, reachedAt } of view.checkpoints) {
    delivery.reachCheckpoint(PLAN[sequence - 1]!, new Date(reachedAt), new Date(reachedAt));
  }
  for (const { id, reportedAt, ...report } of view.incidents) delivery.reportIncident(id, report, new Date(reportedAt));
  if (['OutForDelivery', 'Delivered'].includes(view.status))
    delivery.goOutForDelivery({ checkpoints: PLAN }, slotStart);
  if (view.proof) {
    const { receivedBy, files, capturedAt, ...proof } = view.proof;
    delivery.captureProof({ ...proof, receivedBy: receivedBy!, files, fileKeys }, new Date(capturedAt));
  }
  if (view.deliveredAt) delivery.deliver(view.distance, new Date(view.deliveredAt));
  if (view.status === 'Failed') delivery.fail(view, created);
  if (view.status === 'Cancelled') delivery.cancel(view, created);
  return delivery;
}
