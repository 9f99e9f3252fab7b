const NAME = 'TR_Deliveries_Count';
const SHARDS = 16;
const STATUSES = ['PickedUp', 'InTransit', 'OutForDelivery', 'Delivered', 'Failed', 'Cancelled'];

/** A row for every status and shard, all of them at 0. SQLite, which has one writer, makes do with one shard. */
export function firstCounts(isSqlServer: boolean): string[] {
  const shards = Array.from({ length: isSqlServer ? SHARDS : 1 }, (_, shard) => shard);
  const rows = STATUSES.flatMap((status) => shards.map((shard) => `('${status}', ${shard}, 0)`));
  return [`INSERT INTO DeliveryCounts (Status, Shard, Total) VALUES ${rows.join(', ')}`];
}

/**
 * Keeps the number of deliveries of each status, so that nobody counts a million rows to show one. By triggers, so that
 * whatever changes a delivery changes the number with it.
 */
export function countingTriggers(isSqlServer: boolean): string[] {
  return isSqlServer ? [sqlServerTrigger()] : sqliteTriggers();
}

function sqliteTriggers(): string[] {
  const add = (status: string, number: number) =>
    `UPDATE DeliveryCounts SET Total = Total + ${number} WHERE Status = ${status};`;
  const trigger = (suffix: string, when: string, work: string) =>
    `CREATE TRIGGER ${NAME}${suffix} AFTER ${when} BEGIN ${work} END`;
  return [
    trigger('Insert', 'INSERT ON Deliveries', add('NEW.Status', 1)),
    trigger('Delete', 'DELETE ON Deliveries', add('OLD.Status', -1)),
    trigger(
      'Update',
      'UPDATE OF Status ON Deliveries WHEN NEW.Status <> OLD.Status',
      add('OLD.Status', -1) + add('NEW.Status', 1),
    ),
  ];
}

/** Each connection has a shard of its own as a rule, so that writers do not wait for each other. */
function sqlServerTrigger(): string {
  const changes = `SELECT Status, SUM(Difference) AS Difference FROM (
      SELECT Status, 1 AS Difference FROM inserted UNION ALL SELECT Status, -1 AS Difference FROM deleted
    ) AS moved GROUP BY Status HAVING SUM(Difference) <> 0`;
  return `CREATE TRIGGER ${NAME} ON Deliveries AFTER INSERT, UPDATE, DELETE AS
    BEGIN
      SET NOCOUNT ON;
      IF UPDATE(Status) OR NOT EXISTS (SELECT 1 FROM inserted)
      BEGIN
        UPDATE DeliveryCounts SET Total = Total + changed.Difference
          FROM DeliveryCounts INNER JOIN (${changes}) AS changed ON DeliveryCounts.Status = changed.Status
          WHERE DeliveryCounts.Shard = @@SPID % ${SHARDS};
      END
    END`;
}
