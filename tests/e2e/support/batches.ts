import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { Answer, Client } from './client';

export interface BatchResult {
  readonly index: number;
  readonly status: number;
  readonly delivery?: DeliveryView;
  readonly problem?: { readonly code: string; readonly errors?: { readonly field: string }[] };
}

export interface BatchAnswer {
  readonly succeeded: number;
  readonly failed: number;
  readonly results: readonly BatchResult[];
}

export const BATCH = '/api/deliveries/batch';
export const CUSTOMER = { name: 'Rui Alves', phone: '11 3333-4444', address: 'Rua Um, 1' };

export function sendBatch(
  client: Client,
  commands: readonly unknown[],
  fields: object = {},
  headers: Record<string, string> = {},
): Promise<Answer<BatchAnswer>> {
  return client.post<BatchAnswer>(BATCH, { ...fields, commands }, headers);
}

/** So many commands that create deliveries without anybody assigned. */
export function creates(count: number, routeId: string, prefix = ''): object[] {
  return Array.from({ length: count }, (_, index) => ({
    op: 'create',
    routeId,
    customer: CUSTOMER,
    ...(prefix && { reference: `${prefix}-${index}` }),
  }));
}

/** What each command was answered with, such as `201` or `404 DELIVERY_NOT_FOUND`. */
export function outcomes({ body }: Answer<BatchAnswer>): string[] {
  return body.results.map(({ status, problem }) => (problem ? `${status} ${problem.code}` : String(status)));
}
