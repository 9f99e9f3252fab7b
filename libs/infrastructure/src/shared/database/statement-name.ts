// The table that a statement is about is the first that it names; `FROM (SELECT …` names none yet.
const TABLE = /\b(?:from|into|update|join)\s+["[]?([a-z_]\w*)/i;

/** The verb and the table of a statement, such as `select Vehicles`: what it is called where values must not stand. */
export function statementName(text: string): string {
  const verb = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? 'other';
  // What begins with WITH reads: the statements of this product that change something do not.
  const action = verb === 'with' ? 'select' : verb;
  const table = TABLE.exec(text)?.[1];
  return table === undefined ? action : `${action} ${table}`;
}
