// BullMQ's own tests, once as they are and once over the bridge: `node conformance.mjs FOLDER REDIS-PORT BRIDGE-PORT`. Its sources are those of
// the package that we pin; of the checkout (or the folder of tests) only the tests are used. Prints a table and what Java has done.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [, , folder, redisPort, bridgePort, only] = process.argv;
const here = dirname(fileURLToPath(import.meta.url));
const module = resolve(here, '../../..');
const work = join(module, 'target/conformance');
const tests = existsSync(join(folder, 'tests')) ? join(folder, 'tests') : folder;
const { Line } = createRequire(import.meta.url)('./bridge.cjs');

const run = (command, args, environment = {}) =>
  new Promise(done => {
    const child = spawn(command, args, { cwd: work, env: { ...process.env, ...environment }, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('exit', done);
  });

mkdirSync(work, { recursive: true });
writeFileSync(
  join(work, 'package.json'),
  JSON.stringify({ private: true, type: 'module', dependencies: { vitest: '3.2.4', lodash: '4.17.21', progress: '2.0.3', semver: '7.7.3', sinon: '18.0.1', uuid: '9.0.1' } }),
);
if (!existsSync(join(work, 'node_modules/vitest')) && (await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'])) !== 0) {
  process.exit(2);
}
rmSync(join(work, 'tests'), { recursive: true, force: true });
cpSync(tests, join(work, 'tests'), { recursive: true });

// All of BullMQ's tests expect Redis at its usual port: ours is elsewhere.
writeFileSync(
  join(work, 'port.cjs'),
  `require(${JSON.stringify(join(module, 'node_modules/ioredis/built/redis/RedisOptions'))}).DEFAULT_REDIS_OPTIONS.port = Number(process.env.CONFORMANCE_REDIS);\n`,
);
const factory = join(work, 'tests/utils/connection-factory.ts');
writeFileSync(
  join(work, 'setup.js'),
  `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
if (process.env.CONFORMANCE_BRIDGE) {
  require(${JSON.stringify(join(here, 'bridge.cjs'))}).install(Number(process.env.CONFORMANCE_BRIDGE));
}
// Tests from before there were back ends ask a queue itself for its connection.
for (const name of ['queue-base', 'flow-producer']) {
  for (const { prototype } of Object.values(require(${JSON.stringify(join(module, 'node_modules/bullmq/dist/cjs/classes/'))} + name))) {
    if (prototype?.getBackend && !('client' in prototype)) {
      Object.defineProperty(prototype, 'client', { get() { return this.getBackend().client; } });
    }
  }
}
${
  existsSync(factory)
    ? `import { setConnectionFactory } from './tests/utils/connection-factory';
const { createIORedisClient } = require(${JSON.stringify(join(module, 'node_modules/bullmq/dist/cjs/classes/ioredis-client'))});
const IORedis = require(${JSON.stringify(join(module, 'node_modules/ioredis'))});
setConnectionFactory((opts = {}) => createIORedisClient(new IORedis({ host: process.env.REDIS_HOST, maxRetriesPerRequest: null, ...opts })));`
    : ''
}
`,
);
writeFileSync(
  join(work, 'vitest.config.js'),
  `const bullmq = ${JSON.stringify(join(module, 'node_modules/bullmq/dist/cjs'))};
export default {
  resolve: {
    alias: [
      { find: /^(?:\\.\\.\\/)+src$/, replacement: bullmq + '/index.js' },
      { find: /^(?:\\.\\.\\/)+src\\/(classes|utils|interfaces|enums|types|commands)$/, replacement: bullmq + '/$1/index.js' },
      { find: /^(?:\\.\\.\\/)+src\\/(.*)$/, replacement: bullmq + '/$1.js' },
      { find: /^(@sinianluoye\\/)?ioredis$/, replacement: ${JSON.stringify(join(module, 'node_modules/ioredis/built/index.js'))} },
    ],
  },
  test: { include: ['tests/**/*.test.ts'], setupFiles: ['./setup.js'], fileParallelism: false, pool: 'forks', testTimeout: 30000, hookTimeout: 30000 },
};
`,
);

const results = async (name, environment) => {
  const report = join(work, `${name}.json`);
  rmSync(report, { force: true });
  await run('npx', ['--no-install', 'vitest', 'run', '--reporter=json', `--outputFile=${report}`, ...(only ? [only] : [])], {
    REDIS_HOST: '127.0.0.1',
    CONFORMANCE_REDIS: redisPort,
    NODE_OPTIONS: `--require ${join(work, 'port.cjs')}`,
    ...environment,
  });
  return JSON.parse(readFileSync(report, 'utf8')).testResults.map(file => {
    const count = status => file.assertionResults.filter(test => test.status === status).length;
    return {
      file: file.name.slice(join(work, 'tests/').length),
      passed: count('passed'),
      failed: count('failed'),
      failures: file.assertionResults.filter(test => test.status === 'failed'),
      broken: file.assertionResults.length === 0 ? file.message : undefined,
    };
  });
};

const plain = await results('plain', {});
const bridged = await results('bridged', { CONFORMANCE_BRIDGE: bridgePort });

const line = (...columns) => console.log(`${columns[0].padEnd(42)}${columns.slice(1).map(column => String(column).padStart(10)).join('')}`);
const total = (rows, key) => rows.reduce((sum, row) => sum + row[key], 0);
line('', 'plain:', 'passed', 'failed', 'bridge:', 'passed', 'failed');
for (const row of plain) {
  const over = bridged.find(each => each.file === row.file) ?? { passed: 0, failed: 0 };
  line(row.file, '', row.passed, row.failed, '', over.passed, over.failed);
}
line('all', '', total(plain, 'passed'), total(plain, 'failed'), '', total(bridged, 'passed'), total(bridged, 'failed'));
for (const [name, rows] of Object.entries({ plain, bridge: bridged })) {
  for (const row of rows) {
    if (row.broken) {
      console.log(`${name}: ${row.file} did not run: ${row.broken.split('\n')[0]}`);
    }
    for (const test of row.failures) {
      console.log(`${name}: ${row.file}: ${test.fullName}: ${(test.failureMessages[0] ?? '').split('\n')[0]}`);
    }
  }
}

const { ours, theirs } = (await new Line(Number(bridgePort)).ask({ op: 'counts' })).value;
const sum = counts => Object.values(counts).reduce((all, count) => all + count, 0);
const waits = Object.entries(theirs).filter(([what]) => what.endsWith(': blocking'));
const blocking = waits.reduce((all, [, count]) => all + count, 0);
const asked = sum(ours) + sum(theirs) - blocking;
console.log(`operations: ${asked}, by Java ${sum(ours)} (${((100 * sum(ours)) / Math.max(1, asked)).toFixed(1)} %), of ${Object.keys(ours).length} kinds; blocking reads, always BullMQ's: ${blocking}`);
console.log("by BullMQ's own back end, the most frequent:");
Object.entries(theirs)
  .filter(([what]) => !what.endsWith(': blocking'))
  .sort(([, one], [, other]) => other - one)
  .slice(0, 15)
  .forEach(([what, count]) => console.log(`${String(count).padStart(8)} ${what}`));
const names = rows => new Set(rows.flatMap(row => row.failures.map(test => `${row.file} ${test.fullName}`)));
const already = names(plain);
process.exit([...names(bridged)].every(name => already.has(name)) ? 0 : 1);
