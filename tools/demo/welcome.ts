/** What `npm run demo` prints when its server is ready: where to look, and a call that has something to show. */
export function welcome(url: string, file: string): string {
  return `
FleetManager is ready on ${url} with the demo fleet of ${file}.

  API explorer   ${url}/docs
  Reference      ${url}/redoc
  A call to try  curl "${url}/api/maintenance/upcoming?days=3&limit=5"

Ctrl-C stops it, and "npm run demo" goes on with the same fleet; "npm run demo -- --fresh" makes it anew, up to today.
`;
}
