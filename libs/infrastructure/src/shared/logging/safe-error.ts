type LoggedError = Error & { readonly code?: unknown; readonly number?: unknown };

/** What SQL Server quotes of a row, which may be somebody's name or number. */
const QUOTED_VALUES = [
  /(The duplicate key value is \().*(\))/s,
  /(Truncated value: ').*(')/s,
  /(Conversion failed when converting the \w+ value ').*(' to data type)/s,
];

/** An error as the log may keep it: statements and parameters stay behind, and values are cut out of its message. */
export function safeError({ name, message, code, number, stack, cause }: LoggedError): Record<string, unknown> {
  return {
    type: name,
    message: QUOTED_VALUES.reduce((text, value) => text.replace(value, '$1…$2'), message),
    code,
    number,
    // The first lines of a stack are the message once more.
    stack: stack?.split('\n').filter(isFrame).join('\n'),
    cause: cause instanceof Error ? safeError(cause) : undefined,
  };
}

function isFrame(line: string): boolean {
  return line.startsWith('    at ');
}
