import { deepEqual, equal } from 'node:assert/strict';
import { Asked, Question, QUESTIONS } from './questions';

interface Answering {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Makes sure that both answer the questions that change nothing with the same rows. @throws AssertionError */
export async function assertSameRows(product: Answering, directus: Answering): Promise<void> {
  for (const question of QUESTIONS.filter(isRead)) {
    const [ours, theirs] = [await ids(product, question.product(1)), await ids(directus, question.directus(1))];
    equal(ours.length > 0, true, question.name);
    deepEqual(theirs, ours, question.name);
  }
}

const isRead = (question: Question) => question.product(0).method === 'GET';

async function ids({ url, headers }: Answering, { path }: Asked): Promise<string[]> {
  const response = await fetch(url + path, { headers });
  equal(response.status, 200, path);
  const answer = (await response.json()) as { id?: string; items?: Row[]; data?: Row | Row[] };
  const rows = answer.items ?? answer.data ?? [answer as Row];
  return [rows].flat().map(({ id }) => id);
}

interface Row {
  readonly id: string;
}
