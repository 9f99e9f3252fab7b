import { Permission, PERMISSIONS, reachOf, SCOPES } from '@fleet/domain/identity/permissions';
import { ROLES } from '@fleet/domain/identity/role';

const BEGIN = '<!-- The table is made from libs/domain/src/identity/permissions.ts by `npm run permissions`. -->';
const END = '<!-- The end of the table. -->';

/** The page with the table as the code has it. @throws Error when the page has no place for it */
export function withPermissionTable(page: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin === -1 || end < begin) throw new Error('The page has no place for the table of permissions.');
  return `${page.slice(0, begin)}${BEGIN}\n\n${table()}\n\n${page.slice(end)}`;
}

function table(): string {
  const rows = (Object.keys(PERMISSIONS) as Permission[]).map((name) => [
    `\`${name}\``,
    PERMISSIONS[name].allows,
    ...ROLES.map((role) => ({ all: 'yes', own: 'own', none: '–' })[reachOf(role, name) ?? 'none']),
    (SCOPES as readonly Permission[]).includes(name) ? 'yes' : '–',
  ]);
  return aligned([['permission', 'lets somebody', ...ROLES, 'API key'], ...rows]);
}

/** As the formatter of the repository leaves tables. */
function aligned([head, ...rows]: string[][]): string {
  const widths = head!.map((_, column) => Math.max(...[head!, ...rows].map((row) => row[column]!.length)));
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head!), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}
