import mssql from 'mssql';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { SqlValue } from '@fleet/infrastructure/shared/database/dialect';
import { TestApi } from './test-api';

/** What a query asked for, with a `?` for each parameter. */
export interface Asked {
  readonly text: string;
  readonly parameters: readonly SqlValue[];
}

/** How the engine goes about one statement, a line a step. */
export type Plan = readonly string[];

/** What queries ask for while `work` runs, but for what finds out who the caller is. */
export async function recorded(api: TestApi, work: () => Promise<void>): Promise<Asked[]> {
  const spy = jest.spyOn(api.app.get(Database, { strict: false }).reader, 'query');
  try {
    await work();
    return spy.mock.calls.map(([text, parameters]) => ({ text, parameters })).filter((asked) => !isOfCaller(asked));
  } finally {
    spy.mockRestore();
  }
}

/** Whoever calls is looked up by ids and keys, and may still be known. */
function isOfCaller({ text }: Asked): boolean {
  return /FROM (Users|Sessions|PersonKeys)\b/.test(text) && !text.includes('ORDER BY');
}

export async function planOfSqlite(api: TestApi, { text, parameters }: Asked): Promise<Plan> {
  const { reader } = api.app.get(Database, { strict: false });
  const steps = await reader.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, parameters);
  return steps.map(({ detail }) => detail);
}

/** @param connection that was told to show plans: it runs nothing */
export async function planOfServer(connection: mssql.ConnectionPool, { text, parameters }: Asked): Promise<Plan> {
  let index = 0;
  const statement = text.replace(/\?/g, () => literal(parameters[index++]!));
  const { recordsets } = await connection.request().batch<Record<string, unknown>>(statement);
  // The first line repeats the statement.
  return (recordsets as Record<string, unknown>[][])
    .flat()
    .map((row) => Object.values(row).join(' '))
    .slice(1);
}

/** Of the type that the driver sends. */
function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (value instanceof Date) return `CAST('${value.toISOString().replace('Z', '')}' AS datetime2(3))`;
  if (typeof value === 'boolean') return `CAST(${Number(value)} AS bit)`;
  return typeof value === 'number' ? String(value) : `N'${value.replaceAll("'", "''")}'`;
}
