// metric-names.mjs METRICS...: compares every name that the dashboard, the rules and the autoscaler ask for with
// what the roles really tell: each METRICS is a file with the answer of a /metrics.
import { readFileSync } from 'node:fs';

const told = new Set(['up', 'ALERTS']);
for (const file of process.argv.slice(2)) {
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/^([a-zA-Z_:][\w:]*)/gm)) told.add(name);
}

const rules = ['rules', 'alerts'].map(kind => readFileSync(`deploy/prometheus/asset2go.${kind}.yml`, 'utf8'));
for (const [, name] of rules[0].matchAll(/^\s*- record: (\S+)$/gm)) told.add(name);

const asked = new Map();
const ask = (where, expression) => {
  const bare = expression
    .replace(/"[^"]*"/g, '')
    .replace(/\{[^}]*}|\[[^\]]*]/g, '')
    .replace(/\b(by|on|without|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ');
  for (const [, name] of bare.matchAll(/(?<![\w:.])([a-zA-Z_:][\w:]*)(?!\w*\s*\()(?![\w:])/g)) {
    if (!/^(and|or|unless|bool|offset|by|on|inf|nan)$/i.test(name)) asked.set(name, where);
  }
};
// The rest of a line, or the deeper lines below it.
for (const text of rules) {
  for (const [, indent, same, below] of text.matchAll(/^( +)expr: (?:\|\n((?:\1  .*\n)+)|)?(.*)$/gm)) ask('rules', same ?? below);
}
const walk = value => {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.expr === 'string') ask('dashboard', value.expr);
  Object.values(value).forEach(walk);
};
walk(JSON.parse(readFileSync('deploy/grafana/asset2go.json', 'utf8')));
ask('autoscaler', readFileSync('deploy/kubernetes/keda.yaml', 'utf8').match(/^\s*query: (.*)$/m)[1]);

const unknown = [...asked].filter(([name]) => !told.has(name));
for (const [name, where] of unknown) console.error(`  WRONG nobody tells ${name}, which the ${where} asks for`);
console.log(`  ${asked.size} names asked for, ${unknown.length} of them unknown`);
process.exit(unknown.length === 0 && asked.size > 0 ? 0 : 1);
