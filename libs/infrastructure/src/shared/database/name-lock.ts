import { EntityManager } from 'typeorm';

const TAKE_LOCK = `DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = @0, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 0;
SELECT @taken AS taken;`;

/**
 * Keeps a name to the present transaction until it ends, whether or not a row has that name yet; false when another
 * transaction has it. The embedded engine lets one writer in at a time, who therefore has every name.
 */
export async function takeName(manager: EntityManager, name: string): Promise<boolean> {
  if (manager.dataSource.options.type !== 'mssql') return true;
  const [row] = await manager.query<{ taken: number }[]>(TAKE_LOCK, [`FleetManager ${name}`]);
  return row!.taken >= 0;
}
