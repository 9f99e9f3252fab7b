/** One command of the tour with the answer that the reader is promised. */
export interface TourStep {
  readonly command: string;
  /** Text in which `…` stands for anything. */
  readonly expected: string;
}

/**
 * The commands of every `console` block of a Markdown text. A command goes on over indented lines; the lines behind it,
 * up to the next `$ `, are its answer.
 */
export function tourSteps(markdown: string): TourStep[] {
  const blocks = [...markdown.matchAll(/^```console\n(.*?)^```$/gms)].map((match) => match[1]!);
  return blocks.flatMap(stepsOfBlock);
}

function stepsOfBlock(block: string): TourStep[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((text) => {
      const lines = text.split('\n');
      const answer = lines.findIndex((line, index) => index > 0 && !line.startsWith('    '));
      return { command: lines.slice(0, answer).join('\n'), expected: lines.slice(answer).join('\n') };
    });
}

/** Whether an answer is the promised one. White space does not count: the page breaks lines that the server does not. */
export function isPromised(expected: string, actual: string): boolean {
  const pattern = withoutSpace(expected)
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`, 's').test(withoutSpace(actual));
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
