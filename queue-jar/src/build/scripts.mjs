// Takes BullMQ's Lua scripts out of its npm package, unmodified, for the jar: usage `node scripts.mjs TARGET_FOLDER`.
// Installs the package first, unless what is installed is what the lock file says.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed');
const target = process.argv[2];

const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (installed !== wanted) {
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error('npm ci failed in queue-jar: BullMQ\'s scripts come from its npm package.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

const bullmq = join(modules, 'bullmq');
const sources = join(bullmq, 'dist/cjs/scripts');
const require = createRequire(import.meta.url);
const files = new Map([['LICENSE', readFileSync(join(bullmq, 'LICENSE'), 'utf8')]]);
for (const file of readdirSync(sources).filter((name) => /-\d+\.js$/.test(name))) {
  const [script] = Object.values(require(join(sources, file))).filter((value) => value?.content);
  if (`${script.name}-${script.keys}.js` !== file) {
    throw new Error(`${file} holds ${script.name} with ${script.keys} keys`);
  }
  files.set(file.replace(/\.js$/, '.lua'), script.content);
}
if (files.size < 50) {
  throw new Error(`only ${files.size} files found in ${sources}: has BullMQ moved its scripts?`);
}

mkdirSync(target, { recursive: true });
readdirSync(target).filter((name) => !files.has(name)).forEach((name) => rmSync(join(target, name)));
for (const [name, content] of files) {
  const path = join(target, name);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== content) {
    writeFileSync(path, content);
  }
}
