// Writes down what BullMQ's own classes send for each operation, MessagePack decoded, times replaced by "now": the golden
// vectors. `node vectors.mjs PORT > src/test/resources/asset2go/queue/vectors.json`, after every upgrade.
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const { Queue, Worker, FlowProducer, RedisQueueBackend } = require('bullmq');
const { Unpackr } = createRequire(require.resolve('bullmq'))('msgpackr');

const unpackr = new Unpackr({ useRecords: false, mapsAsObjects: true });
const connection = { host: '127.0.0.1', port: Number(process.argv[2]), maxRetriesPerRequest: null };
const started = Date.now();
const vectors = {};
let current;

const decoded = (value) => {
  if (Array.isArray(value)) return value.map(decoded);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== null && v !== undefined).map(([k, v]) => [k, decoded(v)]));
  }
  const number = typeof value === 'string' && /^\d{13}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Math.abs(number - started) < 60_000 ? 'now' : value ?? null;
};
RedisQueueBackend.prototype.execCommand = async function record(client, script, args) {
  const shown = args.map((arg) => (Buffer.isBuffer(arg) ? { packed: decoded(unpackr.unpack(arg)) } : decoded(String(arg ?? ''))));
  (vectors[current] ??= []).push([script, ...shown]);
  return script === 'getCounts' ? [] : 0;
};
const record = async (name, run) => {
  current = name;
  await run();
};

const queue = new Queue('gold', { connection });
const flows = new FlowProducer({ connection });
const worker = new Worker('gold', async () => 1, {
  connection, name: 'w', autorun: false, lockDuration: 30000, limiter: { max: 5, duration: 1000 }, stalledInterval: 30000,
});
await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
const backend = worker.backend;
const job = { id: '7', opts: { attempts: 3, lifo: true } };

await record('add', () => queue.add('n', { a: 'ä' }));
await record('addCustom', () => queue.add('n', 1, {
  jobId: 'mine', attempts: 3, backoff: { type: 'exponential', delay: 100, jitter: 0.5 }, lifo: true, keepLogs: 5, stackTraceLimit: 2,
  removeOnComplete: { count: 9 }, removeOnFail: { age: 60, count: 8 }, deduplication: { id: 'd', ttl: 50, extend: true, replace: true },
}));
await record('addDelayed', () => queue.add('n', 1, { delay: 500 }));
await record('addPrioritized', () => queue.add('n', 1, { priority: 3 }));
await record('flow', () => flows.add({
  name: 'p', queueName: 'gold', data: 1, opts: { jobId: 'p1' },
  children: [{ name: 'c', queueName: 'gold2', data: 2, opts: { jobId: 'c1', failParentOnFailure: true } }],
}).catch(() => {}));
await record('moveToActive', () => backend.moveToActive('t:1', 'w'));
await record('completed', () => backend.moveToCompleted(job, 'ok', undefined, 't:1', true));
await record('completedKept', () => backend.moveToCompleted({ id: '7', opts: { attempts: 0, cpof: true } }, { a: 1 }, { count: 4, age: 9 }, 't:1', false));
await record('failed', () => backend.moveToFailed(job, 'why', undefined, 't:1', true, { failedReason: 'why', stacktrace: '["s"]' }));
await record('delayed', () => backend.moveToDelayed('7', Date.now(), 40, 't:1', { fieldsToUpdate: { failedReason: 'why', stacktrace: '["s"]' }, fetchNext: true }));
await record('retried', () => backend.retryJob('7', true, 't:1', { fieldsToUpdate: { failedReason: 'why', stacktrace: '["s"]' } }));
await record('backToWait', () => backend.moveJobFromActiveToWait('7', 't:1'));
await record('waitingChildren', () => backend.moveToWaitingChildren('7', 't:1'));
await record('removeUnprocessed', () => backend.removeUnprocessedChildren('7'));
await record('extendLocks', () => backend.extendLocks(['7', '8'], ['t:1', 't:2'], 30000));
await record('stalled', () => backend.moveStalledJobsToWait());
await record('progress', () => backend.updateProgress('7', { a: 1 }));
await record('log', () => backend.addLog('7', 'row', 5));
await record('updateData', () => backend.updateData({ id: '7' }, { a: 1 }));
await record('pause', () => backend.pause(true));
await record('resume', () => backend.pause(false));
await record('promote', () => backend.promote('7'));
await record('retryByHand', () => backend.retryFinishedJob({ id: '7', opts: {} }, 'failed', {}).catch(() => {}));
await record('remove', () => backend.remove('7', true));
await record('state', () => backend.getState('7'));
await record('clean', () => backend.cleanJobsByState('completed', Date.now(), 10));
await record('drain', () => backend.drain(true));
await record('obliterate', () => backend.obliterate({ count: 1000, force: true }));
await record('changeDelay', () => backend.changeDelay('7', 70));
await record('changePriority', () => backend.changePriority('7', 4, false));
await record('metrics', () => backend.getMetrics('completed', 0, 9));
await record('removeScheduler', () => backend.removeJobScheduler('s'));
await record('rateLimitTtl', () => backend.getRateLimitTtl());
await record('isMaxed', () => backend.isMaxed());
await record('countsPerPriority', () => backend.getCountsPerPriority([0, 7]));
await record('delayedUntil', () => backend.getCounts(['delayed'], Date.now()));
await record('dependencyCounts', () => backend.getDependencyCounts('7', ['processed', 'unprocessed', 'ignored', 'failed']));
await record('dependenciesPage', () => backend.paginate(queue.toKey('7:processed'), { start: 5, end: 9 }).catch(() => {}));
await record('removeDeduplicationKey', () => backend.removeDeduplicationKey('d', '7'));
await record('isFinished', () => backend.isFinished('7', true));
await record('removeAlone', () => backend.remove('7', false));
await record('changePriorityFirst', () => backend.changePriority('7', 4, true));
await record('retryMany', () => backend.retryFinishedJobs('completed', 1000, Date.now()));
await record('promoteMany', () => backend.promoteJobs(1000));
console.log(JSON.stringify(vectors, null, 1));
process.exit(0);
