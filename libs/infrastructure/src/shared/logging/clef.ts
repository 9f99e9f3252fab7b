const LEVELS: Record<number, string> = {
  10: 'Verbose',
  20: 'Debug',
  30: 'Information',
  40: 'Warning',
  50: 'Error',
  60: 'Fatal',
};

interface LogLine extends Record<string, unknown> {
  readonly time: number;
  readonly level: number;
  readonly msg?: string;
  readonly err?: { readonly stack?: string };
}

/** One of pino's lines as Seq reads it, in the compact log event format (https://clef-json.org). */
export function toClef(line: string): string {
  const { time, level, msg, err, ...properties } = JSON.parse(line) as LogLine;
  return JSON.stringify({
    '@t': new Date(time).toISOString(),
    '@l': LEVELS[level],
    '@mt': msg,
    '@x': err?.stack,
    ...properties,
    err,
  });
}
