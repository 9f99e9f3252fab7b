/** A delivery's identity: a UUID in lower case. */
export type DeliveryId = string;
