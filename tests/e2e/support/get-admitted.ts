import { Answer, Client } from './client';

/** A process that was kept busy may turn everybody away at its door: who comes again is let in. */
export async function getAdmitted<Body>(client: Client, path: string): Promise<Answer<Body>> {
  for (;;) {
    const answer = await client.get<Body>(path);
    if (!answer.text.includes('The service is overloaded')) return answer;
  }
}
