import { v7 } from 'uuid';
import { Crew } from '@fleet/domain/deliveries/crew';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { PlannedCheckpoint } from '@fleet/domain/deliveries/planned-route';
import { ReplayedStreams } from './replayed-streams';

const at = (time: string) => new Date(`2025-08-20T${time}:00.000Z`);
const checkpoint = (sequence: number, time: string): PlannedCheckpoint => {
  return { sequence, expectedAt: at(time), earliest: null, latest: null };
};

const CHECKPOINTS = [checkpoint(1, '09:00'), checkpoint(2, '10:00'), checkpoint(3, '11:00')];
const DETAILS = {
  customerName: 'Bruno Lima',
  customerPhone: '+55 11 98765-4321',
  customerAddress: 'Rua Augusta, 1500, São Paulo',
  priority: 'Normal',
  promisedBy: at('12:00'),
  requirements: ['code'],
} as const;
const PROOF = { receivedBy: 'Bruno Lima', notes: 'At the door', code: '4711', files: [], fileKeys: null };
const JAM = { type: 'Traffic', severity: 'Low', description: 'A jam on the ring road' } as const;

const crew = (): Crew => ({ vehicleId: v7(), driverId: v7() });

function created(id: string): Delivery {
  const route = { id: v7(), slotStart: at('08:00'), slotEnd: at('11:00') };
  return Delivery.create(id, route, DETAILS, { vehicleId: null, driverId: null }, at('07:00'));
}

/** Assigned, driven along three checkpoints through a jam, and delivered. */
function delivered(id: string): Delivery {
  const delivery = created(id);
  delivery.assign(crew(), at('07:30'));
  delivery.goInTransit(v7(), at('08:00'));
  delivery.reportIncident(v7(), JAM, at('08:30'));
  for (const one of CHECKPOINTS) delivery.reachCheckpoint(one, one.expectedAt, at('11:10'));
  delivery.goOutForDelivery({ checkpoints: CHECKPOINTS }, at('11:10'));
  delivery.captureProof(PROOF, at('11:30'));
  delivery.deliver(42, at('11:31'));
  return delivery;
}

/** Planned over and over again. */
function planned(id: string, events: number): Delivery {
  const delivery = created(id);
  while (delivery.version < events) delivery.assign(crew(), at('07:30'));
  return delivery;
}

export const REPLAYED_DELIVERIES: ReplayedStreams = {
  stream: 'Delivery',
  length: 10,
  ordinary: delivered,
  ofLength: planned,
  replay: Delivery.replay,
};
