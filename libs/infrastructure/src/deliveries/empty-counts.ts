import { DELIVERY_STATUSES } from '@fleet/domain/deliveries/delivery-status';

/** As many as the trigger that counts spreads its writers over. SQLite, which has one writer, makes do with one. */
const SHARDS = 16;

/** Writes a row for every status and shard, all of them at 0: what the numbers of deliveries are counted up from. */
export function emptyCounts(isSqlServer: boolean): string {
  const shards = Array.from({ length: isSqlServer ? SHARDS : 1 }, (_, shard) => shard);
  const rows = DELIVERY_STATUSES.flatMap((status) => shards.map((shard) => `('${status}', ${shard}, 0)`));
  return `INSERT INTO DeliveryCounts (Status, Shard, Total) VALUES ${rows.join(', ')}`;
}
