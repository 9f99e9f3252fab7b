import { Database } from '@fleet/infrastructure/shared/database/database';
import { SqlValue } from '@fleet/infrastructure/shared/database/dialect';
import { TestApi } from './test-api';

interface Asked {
  readonly text: string;
  readonly parameters: readonly SqlValue[];
}

/** How the engine goes about one statement, a line a step. */
export interface Plan {
  readonly statement: string;
  readonly steps: readonly string[];
}

/** Notes what queries ask for while `work` runs, and has the engine explain each statement afterwards. */
export async function recordedPlans(api: TestApi, work: () => Promise<unknown>): Promise<Plan[]> {
  const { reader } = api.app.get(Database, { strict: false });
  const asked: Asked[] = [];
  const spy = jest.spyOn(reader, 'query');
  try {
    await work();
    asked.push(...spy.mock.calls.map(([text, parameters]) => ({ text, parameters })));
  } finally {
    spy.mockRestore();
  }
  const plans: Plan[] = [];
  for (const { text, parameters } of asked.filter(({ text }) => !isOfCaller(text))) {
    const steps = await reader.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, parameters);
    plans.push({ statement: text, steps: steps.map(({ detail }) => detail) });
  }
  return plans;
}

/** Who calls is looked up by ids and keys, and sometimes it is still known. */
function isOfCaller(text: string): boolean {
  return /FROM (Users|Sessions|PersonKeys)\b/.test(text) && !text.includes('ORDER BY');
}
