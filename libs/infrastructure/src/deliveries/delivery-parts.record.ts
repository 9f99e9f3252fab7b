import { EntitySchema } from 'typeorm';

/** A keyed hash of a word that a customer is found by. */
export interface DeliveryTermRecord {
  term: string;
  /** When the delivery's slot begins, for the order of the list. */
  slot: Date;
  deliveryId: string;
}

export const DeliveryTermSchema = new EntitySchema<DeliveryTermRecord>({
  name: 'DeliveryTerm',
  tableName: 'DeliveryTerms',
  columns: {
    term: { name: 'Term', type: 'nvarchar', length: 22, primary: true },
    slot: { name: 'Slot', type: 'datetime2', precision: 3, primary: true },
    deliveryId: { name: 'DeliveryId', type: 'uniqueidentifier', primary: true },
  },
});

/** Which delivery an incident belongs to, and whether it is open. */
export interface DeliveryIncidentRecord {
  id: string;
  deliveryId: string;
  resolvedAt: Date | null;
}

export const DeliveryIncidentSchema = new EntitySchema<DeliveryIncidentRecord>({
  name: 'DeliveryIncident',
  tableName: 'DeliveryIncidents',
  columns: {
    id: { name: 'Id', type: 'uniqueidentifier', primary: true },
    deliveryId: { name: 'DeliveryId', type: 'uniqueidentifier' },
    resolvedAt: { name: 'ResolvedAt', type: 'datetime2', precision: 3, nullable: true },
  },
});

/** `deliveryId` waits for `afterId`. */
export interface DeliveryLinkRecord {
  deliveryId: string;
  afterId: string;
}

export const DeliveryLinkSchema = new EntitySchema<DeliveryLinkRecord>({
  name: 'DeliveryLink',
  tableName: 'DeliveryLinks',
  columns: {
    deliveryId: { name: 'DeliveryId', type: 'uniqueidentifier', primary: true },
    afterId: { name: 'AfterId', type: 'uniqueidentifier', primary: true },
  },
});

/** A file of a proof, of earlier attempts too. */
export interface DeliveryFileRecord {
  id: string;
  deliveryId: string;
  kind: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  /** What it is decrypted with, sealed; null once it was erased. */
  contentKey: string | null;
}

export const DeliveryFileSchema = new EntitySchema<DeliveryFileRecord>({
  name: 'DeliveryFile',
  tableName: 'DeliveryFiles',
  columns: {
    id: { name: 'Id', type: 'uniqueidentifier', primary: true },
    deliveryId: { name: 'DeliveryId', type: 'uniqueidentifier' },
    kind: { name: 'Kind', type: 'nvarchar', length: 20 },
    mediaType: { name: 'MediaType', type: 'nvarchar', length: 50 },
    size: { name: 'Size', type: 'int' },
    sha256: { name: 'Sha256', type: 'nvarchar', length: 64 },
    contentKey: { name: 'ContentKey', type: 'nvarchar', length: 200, nullable: true },
  },
});
