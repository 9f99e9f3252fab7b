/** Where a delivery stands. */
export const DELIVERY_STATUSES = [
  'PickedUp',
  'InTransit',
  'OutForDelivery',
  'Delivered',
  'Failed',
  'Cancelled',
] as const;

export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Every step that there is. The state diagram of the documentation is made from this. */
export const DELIVERY_STEPS: Readonly<Record<DeliveryStatus, readonly DeliveryStatus[]>> = {
  PickedUp: ['InTransit', 'Failed', 'Cancelled'],
  InTransit: ['OutForDelivery', 'Failed', 'Cancelled'],
  OutForDelivery: ['Delivered', 'Failed'],
  Delivered: [],
  Failed: ['PickedUp'],
  Cancelled: [],
};

/** Not over yet: whoever is assigned is held for the delivery's slot, and its route cannot end. */
export const OPEN_STATUSES = ['PickedUp', 'InTransit', 'OutForDelivery'] as const satisfies readonly DeliveryStatus[];

/** On the road: a trip runs. */
export const ROAD_STATUSES = ['InTransit', 'OutForDelivery'] as const satisfies readonly DeliveryStatus[];

export function isOpen(status: DeliveryStatus): boolean {
  return (OPEN_STATUSES as readonly DeliveryStatus[]).includes(status);
}

export function isOnRoad(status: DeliveryStatus): boolean {
  return (ROAD_STATUSES as readonly DeliveryStatus[]).includes(status);
}
