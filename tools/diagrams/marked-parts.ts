/** The page with another text between the marks of a part. @throws Error when the page has no place for it */
export function withPart(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name}: made by \`npm run diagrams\`. -->`, `<!-- The end of ${name}. -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`The page has no place for ${name}.`);
  return `${page.slice(0, from)}${begin}\n\n${text}\n\n${page.slice(to)}`;
}
