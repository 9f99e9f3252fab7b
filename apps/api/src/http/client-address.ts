import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';

const WITH_PORT = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d+)?$/;

/**
 * Makes what a trusted proxy says of a client an address and nothing else: some add the port, which would make every
 * connection another client, and some hand on whatever they were told. Then it is the proxy itself that counts.
 */
export function readClientAddresses(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    if (isIP(request.ip) === 0) {
      const value = addressIn(request.ip) ?? request.socket.remoteAddress ?? '';
      Object.defineProperty(request, 'ip', { value });
    }
    done();
  });
}

function addressIn(text: string): string | undefined {
  const [, inBrackets, plain] = WITH_PORT.exec(text) ?? [];
  const address = inBrackets ?? plain;
  return address !== undefined && isIP(address) !== 0 ? address : undefined;
}
