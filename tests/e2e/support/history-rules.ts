/** An event as anybody reads it from the log, in the order in which they were written. */
export interface HistoryEvent {
  readonly stream: string;
  readonly streamId: string;
  readonly version: number;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The table of the rules, written down once more, and not taken from the product. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  '': ['PickedUp'],
  PickedUp: ['InTransit', 'Failed', 'Cancelled'],
  InTransit: ['OutForDelivery', 'Failed', 'Cancelled'],
  OutForDelivery: ['Delivered', 'Failed'],
  Failed: ['PickedUp'],
};
const OPEN = ['PickedUp', 'InTransit', 'OutForDelivery'];
const CREW = ['vehicleId', 'driverId'] as const;

interface Held {
  readonly status: string;
  readonly vehicleId: string | null;
  readonly driverId: string | null;
  readonly slotStart: string;
  readonly slotEnd: string;
}

interface Driven {
  readonly vehicleId: string;
  readonly driverId: string;
  readonly deliveryId: string | null;
  readonly distance?: number;
}

/** Goes through a history event by event, and says which rules were broken on the way. */
export class HistoryRules {
  readonly faults: string[] = [];
  /** Kilometres by vehicle. */
  readonly driven = new Map<string, number>();
  private readonly versions = new Map<string, number>();
  private readonly deliveries = new Map<string, Held>();
  private readonly trips = new Map<string, Driven>();
  private readonly underWay = new Map<string, string>();

  follow(event: HistoryEvent): void {
    const before = this.versions.get(event.streamId) ?? 0;
    if (event.version !== before + 1) this.fault(event, `comes after version ${before}`);
    this.versions.set(event.streamId, event.version);
    if (event.stream === 'Delivery') this.followDelivery(event);
    else if (event.type === 'TripStarted') this.startTrip(event);
    else if (event.type === 'TripEnded') this.endTrip(event);
  }

  /** Every status that a delivery has had at some time. */
  readonly statuses = new Set<string>();

  private followDelivery(event: HistoryEvent): void {
    const before = this.deliveries.get(event.streamId);
    const after = { ...before, ...event.payload } as Held;
    this.statuses.add(after.status);
    if ('status' in event.payload && !STEPS[before?.status ?? '']?.includes(after.status)) {
      this.fault(event, `goes from ${before?.status} to ${after.status}`);
    }
    if (before && !OPEN.includes(before.status) && !('status' in event.payload) && !event.type.includes('Incident')) {
      this.fault(event, 'happens to a delivery that is over');
    }
    this.deliveries.set(event.streamId, after);
    if (!OPEN.includes(after.status)) return;
    for (const [id, other] of this.deliveries) {
      if (id !== event.streamId && overlaps(after, other)) this.fault(event, `holds somebody whom ${id} holds`);
    }
  }

  private startTrip(event: HistoryEvent): void {
    const trip = event.payload as unknown as Driven;
    for (const one of CREW) {
      if (this.underWay.has(trip[one]))
        this.fault(event, `sends away somebody who is on trip ${this.underWay.get(trip[one])}`);
      this.underWay.set(trip[one], event.streamId);
    }
    if (this.trips.has(event.streamId)) this.fault(event, 'starts again');
    this.trips.set(event.streamId, trip);
  }

  private endTrip(event: HistoryEvent): void {
    const trip = this.trips.get(event.streamId);
    if (!trip || !CREW.every((one) => this.underWay.get(trip[one]) === event.streamId)) {
      return this.fault(event, 'ends what is not under way');
    }
    for (const one of CREW) this.underWay.delete(trip[one]);
    const distance = Number(event.payload.distance);
    this.driven.set(trip.vehicleId, (this.driven.get(trip.vehicleId) ?? 0) + distance);
  }

  private fault({ type, streamId, version }: HistoryEvent, what: string): void {
    this.faults.push(`${type} ${version} of ${streamId} ${what}`);
  }
}

function overlaps(one: Held, other: Held): boolean {
  const same = CREW.some((member) => one[member] !== null && one[member] === other[member]);
  return same && OPEN.includes(other.status) && one.slotStart < other.slotEnd && other.slotStart < one.slotEnd;
}
