import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { Logger } from '@nestjs/common';
import { Metrics } from './metrics';

/** Shows a process's metrics at `/metrics` on a port that serves nothing else. */
export class MetricsServer {
  private readonly logger = new Logger('Metrics');
  private readonly server = createServer((request, response) => {
    this.answer(request, response).catch(() => response.destroy());
  });

  constructor(private readonly metrics: Metrics) {}

  /** @throws Error when the port is in use */
  async listen(port: number, host: string): Promise<void> {
    this.server.listen(port, host);
    await once(this.server, 'listening').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new Error(`Port ${port} is in use by another program: set METRICS_PORT to a free one.`);
    });
    this.logger.log(`Metrics are at port ${port}, path /metrics.`);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer({ url, method }: IncomingMessage, response: ServerResponse): Promise<void> {
    const { page } = this.metrics;
    if (url?.split('?', 1)[0] !== '/metrics' || (method !== 'GET' && method !== 'HEAD')) {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await page.metrics();
      response.setHeader('Content-Type', page.contentType).end(text);
    } catch (error) {
      this.logger.warn(`The metrics cannot be read: ${(error as Error).message}`);
      response.writeHead(503).end();
    }
  }
}
