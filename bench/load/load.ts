import type { Client, Options } from 'autocannon';

/** What is sent, and how what comes back is used for what is sent next. */
export type Load = Pick<Options, 'requests' | 'setupClient' | 'connections'>;

/** Makes the load of one round; each round sends something new where a server could otherwise remember. */
export type LoadMaker = () => Load;

/** GET requests that nothing is learnt from. @param paths gives each connection paths of its own */
export function reads(paths: () => readonly string[]): Load {
  return {
    setupClient: (client: Client) => {
      // The answers were compared before; taking them apart here would hold up the load and flatter the slower server.
      (client as ClientWithBodies).pipelinedRequests.addBody = () => undefined;
      client.setRequests(paths().map((path) => ({ method: 'GET', path })));
    },
  };
}

interface ClientWithBodies extends Client {
  readonly pipelinedRequests: { addBody: (body: Buffer) => void };
}
