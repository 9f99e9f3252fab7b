/** What each caller is answered at one operation; null where there is no such caller. */
export interface AccessRow {
  /** Such as `GET /api/vehicles/{id}`. */
  readonly operation: string;
  /** The permission that it needs, `public` or `signed-in`. */
  readonly needs: string;
  readonly answers: Readonly<Record<string, number | null>>;
}

/** Reads a table whose columns stand apart by spaces; `·` stands for nothing. @throws Error when a row is not whole */
export function accessTable(text: string): AccessRow[] {
  const [heads = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const callers = heads.slice(2);
  return rows.map(([method, path, needs, ...cells]) => {
    if (cells.length !== callers.length) throw new Error(`The row of ${method} ${path} is not whole.`);
    const answers: Record<string, number | null> = {};
    callers.forEach((caller, index) => (answers[caller] = cells[index] === '·' ? null : Number(cells[index])));
    return { operation: `${method} ${path}`, needs: needs!, answers };
  });
}
