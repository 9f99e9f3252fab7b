/** From where to where something goes, and by what; null is the nothing before the first state and behind the last one. */
export interface Step {
  readonly from: string | null;
  readonly to: string | null;
  readonly by?: string;
}

/** A diagram that Markdown shows, in the language of Mermaid. */
export function stateDiagram(steps: readonly Step[]): string {
  const lines = steps.map(({ from, to, by }) => `    ${from ?? '[*]'} --> ${to ?? '[*]'}${by ? `: ${by}` : ''}`);
  return ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n');
}
