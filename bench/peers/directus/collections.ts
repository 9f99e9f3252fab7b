/** The same columns as the product's, with the same unique and searched ones, as Directus takes them at `POST /collections`. */
interface Field {
  readonly field: string;
  readonly type: string;
  readonly schema: object | null;
  readonly meta?: object;
}

const id: Field = {
  field: 'id',
  type: 'uuid',
  schema: { is_primary_key: true, has_auto_increment: false },
  meta: { special: ['uuid'] },
};
const text = (field: string, length: number, schema = {}): Field => ({
  field,
  type: 'string',
  schema: { max_length: length, is_nullable: false, ...schema },
});
const number = (field: string): Field => ({ field, type: 'integer', schema: { is_nullable: false } });
// Directus adds to `meta` that it casts instants, and does not know the field where there was none.
const instant = (field: string, schema = {}): Field => ({ field, type: 'timestamp', schema, meta: {} });
const kept: readonly Field[] = [
  { ...instant('created_at'), meta: { special: ['date-created'] } },
  { ...instant('updated_at'), meta: { special: ['date-updated'] } },
];
const searched = { is_indexed: true };
const unique = { is_unique: true };

export const COLLECTIONS = [
  {
    collection: 'vehicles',
    fields: [
      id,
      text('plate', 10, unique),
      text('model', 100),
      number('year'),
      number('mileage'),
      instant('last_maintenance_date'),
      instant('next_maintenance_date', searched),
      text('status', 20, searched),
      ...kept,
    ],
  },
  {
    collection: 'drivers',
    fields: [id, text('name', 100), text('license_number', 20, unique), text('phone', 25), ...kept],
  },
  {
    collection: 'trips',
    fields: [
      id,
      { field: 'vehicle_id', type: 'uuid', schema: searched },
      { field: 'driver_id', type: 'uuid', schema: searched },
      text('route', 255),
      instant('start_date', searched),
      instant('end_date'),
      number('distance'),
      ...kept,
    ],
  },
];

/** A trip belongs to a vehicle and a driver: foreign keys in the database. */
export const RELATIONS = ['vehicle', 'driver'].map((one) => ({
  collection: 'trips',
  field: `${one}_id`,
  related_collection: `${one}s`,
  schema: { on_delete: 'NO ACTION' },
}));
