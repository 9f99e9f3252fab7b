// node tools/dashboard-rules.js dashboard.json …: its expressions, as rules that promtool can check. JSON is YAML too.
const { readFileSync } = require('node:fs');

const rules = process.argv.slice(2).flatMap((file) => {
  const { panels } = JSON.parse(readFileSync(file, 'utf8'));
  return panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr.replaceAll('$__rate_interval', '1m')));
});
if (rules.length === 0) throw new Error('There is no expression in it.');
const numbered = rules.map((expr, index) => ({ record: `panel:expression:${index}`, expr }));
console.log(JSON.stringify({ groups: [{ name: 'dashboard', rules: numbered }] }));
