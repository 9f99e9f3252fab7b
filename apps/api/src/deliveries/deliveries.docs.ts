import { EXAMPLE_DELIVERIES, EXAMPLE_DELIVERY_ROUTE } from '@fleet/api/http/openapi/example-deliveries';
import { EXAMPLE_DRIVERS, EXAMPLE_VEHICLES } from '@fleet/api/http/openapi/examples';
import { operation } from '@fleet/api/http/openapi/operation';
import {
  AssignDeliveryRequest,
  CancelDeliveryRequest,
  ChangeDeliveryRequest,
  ChangeDeliveryStatusRequest,
  CreateDeliveryRequest,
} from './deliveries.dto';
import { DeliveryResponse } from './delivery.responses';

const { pickedUp, toAssign, toLeave, toCancel, failed, toErase } = EXAMPLE_DELIVERIES;

const DETAILS = {
  reference: 'NF-20001',
  customer: pickedUp.customer,
  priority: 'High',
  promisedBy: '2025-08-20T14:00:00Z',
  requirements: ['signature', 'photo'],
};
const CREW = ['VEHICLE_NOT_FOUND', 'DRIVER_NOT_FOUND', 'VEHICLE_IN_MAINTENANCE', 'DRIVER_INACTIVE'] as const;

export const create = operation({
  id: 'createDelivery',
  summary: 'Create a delivery',
  description:
    'A delivery on an active route, with a vehicle and a driver or without. Whoever is assigned is held from the ' +
    'scheduled start of the route to its scheduled end and the buffer behind it: of any number of deliveries that want ' +
    'the same vehicle or driver in overlapping slots, exactly one gets it.',
  body: {
    type: CreateDeliveryRequest,
    examples: {
      plain: {
        summary: 'Nobody is assigned yet',
        value: { routeId: EXAMPLE_DELIVERY_ROUTE.id, ...DETAILS },
      },
    },
  },
  answer: {
    status: 201,
    description: 'The delivery, PickedUp.',
    type: DeliveryResponse,
    example: { ...pickedUp, ...DETAILS, promisedBy: pickedUp.promisedBy },
    headers: ['ETag', 'Location'],
  },
  problems: [
    'ROUTE_NOT_FOUND',
    'ROUTE_NOT_ACTIVE',
    'REFERENCE_TAKEN',
    'ASSIGNMENT_CONFLICT',
    'CONCURRENT_UPDATE',
    ...CREW,
  ],
});

export const change = operation({
  id: 'changeDelivery',
  summary: 'Change a delivery',
  description:
    'Replaces reference, customer, priority, promise, requirements and what it waits for, while it is PickedUp. What is ' +
    'left out is none.',
  pathId: { of: 'the delivery', example: pickedUp.id },
  condition: 'If-Match',
  body: {
    type: ChangeDeliveryRequest,
    examples: { change: { summary: 'Another promise', value: { ...DETAILS, reference: pickedUp.reference } } },
  },
  answer: {
    status: 200,
    description: 'The delivery as it is now.',
    type: DeliveryResponse,
    example: { ...pickedUp, version: 2 },
    headers: ['ETag'],
  },
  problems: ['DELIVERY_NOT_FOUND', 'DELIVERY_NOT_PICKED_UP', 'REFERENCE_TAKEN', 'DEPENDENCY_CYCLE'],
});

export const assign = operation({
  id: 'assignDelivery',
  summary: 'Assign a vehicle and a driver',
  description:
    'While the delivery is PickedUp. The driver must be active, the vehicle not in maintenance, and neither of them held ' +
    'by another delivery in an overlapping slot: `conflicts` names that delivery.',
  pathId: { of: 'the delivery', example: toAssign.id },
  condition: 'If-Match',
  body: {
    type: AssignDeliveryRequest,
    examples: {
      both: {
        summary: 'A vehicle and a driver',
        value: { vehicleId: EXAMPLE_VEHICLES.forTrip.id, driverId: EXAMPLE_DRIVERS.forTrip.id },
      },
    },
  },
  answer: {
    status: 200,
    description: 'The delivery with its crew.',
    type: DeliveryResponse,
    example: {
      ...toAssign,
      vehicleId: EXAMPLE_VEHICLES.forTrip.id,
      driverId: EXAMPLE_DRIVERS.forTrip.id,
      version: 2,
    },
    headers: ['ETag'],
  },
  problems: ['DELIVERY_NOT_FOUND', 'DELIVERY_NOT_PICKED_UP', 'ROUTE_NOT_ACTIVE', 'ASSIGNMENT_CONFLICT', ...CREW],
});

export const changeStatus = operation({
  id: 'changeDeliveryStatus',
  summary: 'Move a delivery on',
  description:
    'One step of PickedUp → InTransit → OutForDelivery → Delivered, or Failed, Cancelled, or from Failed back to PickedUp. ' +
    'Going InTransit starts a trip with its vehicle and driver, which delivering, failing and cancelling end with the ' +
    '`distance`. A step that there is not is refused, with those that there are as `allowed`.',
  pathId: { of: 'the delivery', example: toLeave.id },
  condition: 'If-Match',
  body: {
    type: ChangeDeliveryStatusRequest,
    examples: { leave: { summary: 'It leaves', value: { status: 'InTransit' } } },
  },
  answer: {
    status: 200,
    description: 'The delivery as it is now.',
    type: DeliveryResponse,
    example: { ...toLeave, status: 'InTransit', tripId: '0198b8a0-0000-7000-8000-e00000000021', version: 2 },
    headers: ['ETag'],
  },
  problems: [
    'DELIVERY_NOT_FOUND',
    'INVALID_DELIVERY_TRANSITION',
    'DELIVERY_NOT_ASSIGNED',
    'DEPENDENCY_NOT_MET',
    'VEHICLE_NOT_AVAILABLE',
    'DRIVER_NOT_AVAILABLE',
    'CHECKPOINTS_NOT_REACHED',
    'PROOF_REQUIRED',
    'ROUTE_NOT_ACTIVE',
  ],
});

export const cancel = operation({
  id: 'cancelDelivery',
  summary: 'Cancel a delivery',
  description: 'Gives it up, while it is PickedUp or InTransit. Its vehicle and driver are free again.',
  pathId: { of: 'the delivery', example: toCancel.id },
  condition: 'If-Match',
  body: {
    type: CancelDeliveryRequest,
    examples: { cancel: { summary: 'The customer wants it no more', value: { reason: 'CustomerRequest' } } },
  },
  answer: {
    status: 200,
    description: 'The delivery, Cancelled.',
    type: DeliveryResponse,
    example: { ...toCancel, status: 'Cancelled', reason: 'CustomerRequest', distance: 0, version: 2 },
    headers: ['ETag'],
  },
  problems: ['DELIVERY_NOT_FOUND', 'INVALID_DELIVERY_TRANSITION'],
});

export const retry = operation({
  id: 'retryDelivery',
  summary: 'Try a failed delivery again',
  description: 'Begins another attempt, PickedUp, with nobody assigned. The route must be active.',
  pathId: { of: 'the delivery', example: failed.id },
  condition: 'If-Match',
  answer: {
    status: 200,
    description: 'The delivery, PickedUp.',
    type: DeliveryResponse,
    example: {
      ...failed,
      driverId: null,
      status: 'PickedUp',
      attempt: 2,
      reason: null,
      notes: null,
      distance: null,
      version: 3,
    },
    headers: ['ETag'],
  },
  problems: ['DELIVERY_NOT_FOUND', 'INVALID_DELIVERY_TRANSITION', 'DELIVERY_ERASED', 'ROUTE_NOT_ACTIVE'],
});

export const erase = operation({
  id: 'eraseDelivery',
  summary: "Erase a customer's personal data",
  description:
    'Forgets the customer of a delivery that is over, for good: name, telephone number, address and the proofs are gone ' +
    'from the delivery, from its history, from the answers that are kept for repeats, and from the file store. What was ' +
    'delivered when, and by whom, stays. The second time changes nothing.',
  pathId: { of: 'the delivery', example: toErase.id },
  condition: 'If-Match',
  answer: {
    status: 200,
    description: 'The delivery, whose customer is nobody.',
    type: DeliveryResponse,
    example: { ...toErase, customer: { name: null, phone: null, address: null }, version: 3 },
    headers: ['ETag'],
  },
  problems: ['DELIVERY_NOT_FOUND', 'DELIVERY_OPEN'],
});
