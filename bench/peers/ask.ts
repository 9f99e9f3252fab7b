import { Load, LoadMaker, reads } from '@fleet/bench/load/load';
import { Asked } from './questions';

/** Requests that a connection asks before it begins again. */
const READS_A_CONNECTION = 1_000;

/** The load of one question. Numbers go on from round to round, so that nothing is registered twice. */
export function asking(question: (number: number) => Asked): LoadMaker {
  let number = 0;
  const isRead = question(0).method === 'GET';
  const paths = () => Array.from({ length: READS_A_CONNECTION }, () => question(number++).path);
  return () => (isRead ? reads(paths) : changes(() => question(number++)));
}

function changes(next: () => Asked): Load {
  return {
    requests: [
      {
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => {
          const { method, path, body } = next();
          return { ...request, method, path, body: JSON.stringify(body) };
        },
      },
    ],
  };
}
