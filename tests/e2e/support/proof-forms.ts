import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { Answer, Client } from './client';
import { mustBeDocumented } from './documented-answers';

/** Text, or the content of a file, by the name of its field. */
export type FormField = readonly [name: string, content: string | Uint8Array];

/** Captures a proof as a browser sends a form. */
export async function sendProof(
  client: Client,
  id: string,
  fields: readonly FormField[],
  headers: Record<string, string> = {},
): Promise<Answer<DeliveryView>> {
  const form = new FormData();
  for (const [name, content] of fields) {
    if (typeof content === 'string') form.append(name, content);
    else form.append(name, new Blob([Buffer.from(content)], { type: 'image/png' }), 'a.png');
  }
  const path = `/api/deliveries/${id}/proof`;
  const init = { method: 'POST', headers: { ...client.headers, ...headers }, body: form };
  const response = await fetch(client.baseUrl + path, init);
  const text = await response.text();
  const body = JSON.parse(text) as DeliveryView;
  mustBeDocumented('POST', path, response, body);
  return { status: response.status, headers: response.headers, body, text };
}

/** A file of a proof, as it is downloaded. */
export async function download(client: Client, id: string, fileId: string): Promise<Response> {
  return fetch(`${client.baseUrl}/api/deliveries/${id}/proof/files/${fileId}`, { headers: client.headers });
}
