import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

const HSTS = 'strict-transport-security';

/** The documentation pages bring scripts, styles and pictures of their own and load nothing from elsewhere. */
const CONTENT_SECURITY_POLICY = {
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    workerSrc: ["'self'", 'blob:'],
    // Served over plain HTTP on a laptop as well.
    upgradeInsecureRequests: null,
  },
};

/** The headers that make browsers careful. They are worked out once, and are the same for every answer but one. */
export function sendSecurityHeaders(server: FastifyInstance): void {
  const { [HSTS]: onlyTls, ...headers } = securityHeaders();
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers);
    // Over plain HTTP browsers pass it over, and it would promise what may not be there.
    if (request.protocol === 'https') void reply.header(HSTS, onlyTls);
    done();
  });
}

function securityHeaders(): Record<string, string> {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  helmet({ contentSecurityPolicy: CONTENT_SECURITY_POLICY })(response.req, response, () => undefined);
  return Object.fromEntries(response.getHeaderNames().map((name) => [name, String(response.getHeader(name))]));
}
