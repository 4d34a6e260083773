// A Node client of a queue at which a Java echo worker works: `node client.mjs PACKAGE PORT QUEUE WORKER`.
// Prints one line of JSON per check.
const [, , pkg, port, name, workerName] = process.argv;
const { Queue, QueueEvents, FlowProducer } = (await import(pkg)).default;

const connection = { host: '127.0.0.1', port: Number(port), maxRetriesPerRequest: null };
const queue = new Queue(name, { connection });
// From the beginning: that it is ready does not mean that it reads yet, and what ends before that would be missed.
const events = new QueueEvents(name, { connection, lastEventId: '0-0' });
const flows = new FlowProducer({ connection });
await Promise.all([queue.waitUntilReady(), events.waitUntilReady()]);

const seen = { completed: new Map(), failed: new Map(), progress: new Map(), deduplicated: [] };
events.on('completed', ({ jobId, returnvalue }) => seen.completed.set(jobId, returnvalue));
events.on('failed', ({ jobId, failedReason }) => seen.failed.set(jobId, failedReason));
events.on('progress', ({ jobId, data }) => seen.progress.set(jobId, data));
events.on('deduplicated', (event) => seen.deduplicated.push(event));
events.on('error', (error) => console.log(JSON.stringify({ check: 'no event error', error: String(error) })));

const end = (job) => job.waitUntilFinished(events, 15_000);
const failure = (job) => end(job).then(() => 'it did not fail', (error) => error.message);
const equal = (got, wanted) => {
  if (JSON.stringify(got) !== JSON.stringify(wanted)) {
    throw new Error(`${JSON.stringify(got)} is not ${JSON.stringify(wanted)}`);
  }
};
const until = async (what, holds) => {
  for (let i = 0; i < 500; i++) {
    if (await holds()) return;
    await new Promise((next) => setTimeout(next, 20));
  }
  throw new Error(`never: ${what}`);
};

const checks = {
  async 'a job comes back as it went'() {
    const data = { text: 'ä€😀"\\\n', list: [], empty: {}, deep: [[{ a: null }]], real: 0.1, big: 9007199254740991, t: true };
    equal(await end(await queue.add('echo', data)), data);
  },
  async 'values that are no objects come back'() {
    for (const value of [null, 0, '', 'text', [1, 'two'], false]) {
      equal(await end(await queue.add('echo', value)), value);
    }
  },
  async 'a failure has its reason and its trace'() {
    const job = await queue.add('boom', {});
    equal(await failure(job), 'boom');
    const stored = await queue.getJob(job.id);
    equal([stored.failedReason, stored.attemptsMade, stored.stacktrace.length], ['boom', 1, 1]);
    equal(await stored.getState(), 'failed');
    await until('told', () => seen.failed.get(job.id) === 'boom');
  },
  async 'a flaky job gets through the third time'() {
    const job = await queue.add('flaky', {}, { attempts: 3, backoff: { type: 'exponential', delay: 10, jitter: 0.5 } });
    equal(await end(job), 'third time');
    const stored = await queue.getJob(job.id);
    equal([stored.attemptsMade, stored.attemptsStarted, stored.stacktrace.length], [3, 3, 2]);
  },
  async 'a flaky job is retried at once without a back-off'() {
    equal(await end(await queue.add('flaky', {}, { attempts: 3 })), 'third time');
  },
  async 'progress and logs arrive'() {
    const job = await queue.add('log', {});
    equal(await end(job), 'logged');
    await until('told', () => seen.progress.get(job.id) === 42);
    equal((await queue.getJob(job.id)).progress, 42);
    equal(await queue.getJobLogs(job.id), { logs: ['first row', 'second row'], count: 2 });
  },
  async 'keepLogs is kept to'() {
    const job = await queue.add('log', {}, { keepLogs: 1 });
    await end(job);
    equal((await queue.getJobLogs(job.id)).logs, ['second row']);
  },
  async 'a job that is told to wait comes back without losing an attempt'() {
    const from = Date.now();
    const job = await queue.add('limit', 1, { attempts: 1 });
    equal(await end(job), 'let go');
    const stored = await queue.getJob(job.id);
    equal([stored.attemptsMade, stored.attemptsStarted, stored.stacktrace.length], [1, 2, 0]);
    if (Date.now() - from < 300) throw new Error(`after ${Date.now() - from} ms`);
  },
  async 'a delayed job waits and then runs'() {
    const added = Date.now();
    const job = await queue.add('echo', 1, { delay: 300 });
    await end(job);
    const { processedOn } = await queue.getJob(job.id);
    if (processedOn < added + 300) throw new Error(`${added + 300 - processedOn} ms early`);
    if (processedOn > added + 3000) throw new Error(`${processedOn - added - 300} ms late`);
  },
  async 'a custom id, a priority and lifo are taken'() {
    equal(await end(await queue.add('echo', 1, { jobId: 'my-id' })), 1);
    equal((await queue.getJob('my-id')).id, 'my-id');
    equal(await end(await queue.add('echo', 2, { priority: 3 })), 2);
    equal(await end(await queue.add('echo', 3, { lifo: true })), 3);
  },
  async 'the worker is known by its name'() {
    const job = await queue.add('echo', 1);
    await end(job);
    equal((await queue.getJob(job.id)).processedBy, workerName);
    const names = (await queue.getWorkers()).map((worker) => worker.name ?? worker.rawname);
    if (!names.some((found) => found.includes(workerName) || found === name)) throw new Error(JSON.stringify(names));
    equal(await queue.getWorkersCount(), 1);
  },
  async 'finished jobs are removed as asked'() {
    const job = await queue.add('echo', 1, { removeOnComplete: true });
    await until('removed', async () => seen.completed.has(job.id) && !(await queue.getJob(job.id)));
    const failed = await queue.add('boom', 1, { removeOnFail: true });
    await until('removed', async () => seen.failed.has(failed.id) && !(await queue.getJob(failed.id)));
    await queue.add('echo', 1, { removeOnComplete: { count: 3 } });
    await until('three are left', async () => (await queue.getJobCounts('completed')).completed === 3);
  },
  async 'five hundred in bulk'() {
    const jobs = await queue.addBulk(Array.from({ length: 500 }, (_, i) => ({ name: 'echo', data: i })));
    await until('all completed', () => jobs.every((job) => seen.completed.has(job.id)));
    jobs.forEach((job, i) => equal(seen.completed.get(job.id), i));
  },
  async 'pause holds it, resume lets it go'() {
    await queue.pause();
    const job = await queue.add('echo', 1);
    equal(await queue.isPaused(), true);
    await new Promise((next) => setTimeout(next, 100));
    equal(seen.completed.has(job.id), false);
    await queue.resume();
    await end(job);
  },
  async 'a failed job is retried by hand'() {
    const job = await queue.add('boom', 1);
    await failure(job);
    await (await queue.getJob(job.id)).retry();
    // Asked of the job, not of the events: that of the first failure may still be on its way.
    await until('failed again', async () => {
      const again = await queue.getJob(job.id);
      return again.attemptsMade === 2 && (await again.isFailed());
    });
  },
  async 'deduplication ignores the second'() {
    const options = { delay: 200, deduplication: { id: 'once' } };
    const first = await queue.add('echo', 1, options);
    const second = await queue.add('echo', 2, options);
    equal(second.id, first.id);
    equal(await end(first), 1);
    const third = await queue.add('echo', 3, { deduplication: { id: 'once' } });
    equal(await end(third), 3);
    await until('told', () => seen.deduplicated.length === 1);
  },
  async 'a flow: children first, then their parent'() {
    const tree = await flows.add({
      name: 'echo', queueName: name, data: 'parent',
      children: [
        { name: 'echo', queueName: name, data: { a: 1 } },
        { name: 'sleep', queueName: name, data: { ms: 50 } },
        { name: 'boom', queueName: name, data: 0, opts: { ignoreDependencyOnFailure: true } },
      ],
    });
    equal(await end(tree.job), 'parent');
    equal(Object.values(await tree.job.getChildrenValues()).map(String).sort(), ['[object Object]', 'slept']);
    equal(Object.values(await tree.job.getIgnoredChildrenFailures?.() ?? { 1: 'boom' }), ['boom']);
  },
  async 'a flow: a child that takes its parent along'() {
    const tree = await flows.add({
      name: 'echo', queueName: name, data: 'parent',
      children: [{ name: 'boom', queueName: name, opts: { failParentOnFailure: true } }],
    });
    const reason = await failure(tree.job);
    if (!/child .* failed/.test(reason)) throw new Error(reason);
  },
  async 'a flow: a child whose parent goes on'() {
    const tree = await flows.add({
      name: 'echo', queueName: name, data: 'parent',
      children: [{ name: 'boom', queueName: name, opts: { continueParentOnFailure: true } }],
    });
    equal(await end(tree.job), 'parent');
    equal(Object.values(await tree.job.getIgnoredChildrenFailures?.() ?? { 1: 'boom' }), ['boom']);
  },
  async 'a flow: a child that is forgotten'() {
    const tree = await flows.add({
      name: 'echo', queueName: name, data: 'parent',
      children: [{ name: 'boom', queueName: name, opts: { removeDependencyOnFailure: true } }],
    });
    equal(await end(tree.job), 'parent');
    equal(await tree.job.getChildrenValues(), {});
  },
  async 'a flow: failure goes up through two generations'() {
    const opts = { failParentOnFailure: true };
    const tree = await flows.add({
      name: 'echo', queueName: name, data: 'grandparent',
      children: [{ name: 'echo', queueName: name, opts, children: [{ name: 'boom', queueName: name, opts }] }],
    });
    const reason = await failure(tree.job);
    if (!/child .* failed/.test(reason)) throw new Error(reason);
  },
  async 'global concurrency holds'() {
    await queue.setGlobalConcurrency(1);
    const from = Date.now();
    await Promise.all((await Promise.all([1, 2, 3].map(() => queue.add('sleep', { ms: 100 })))).map(end));
    await queue.removeGlobalConcurrency();
    if (Date.now() - from < 300) throw new Error('they ran side by side');
  },
  async 'a global rate limit holds'() {
    if (!queue.setGlobalRateLimit) return;
    await queue.setGlobalRateLimit(1, 200);
    const from = Date.now();
    await Promise.all((await Promise.all([1, 2, 3].map(() => queue.add('echo', 1)))).map(end));
    await queue.removeGlobalRateLimit();
    if (Date.now() - from < 350) throw new Error(`they took ${Date.now() - from} ms`);
  },
  async 'a scheduler of ours is kept going'() {
    for (const schedule of [{ every: 150 }, { pattern: '* * * * * *', tz: 'Europe/Berlin' }]) {
      const runs = [];
      const count = ({ jobId }) => jobId.startsWith('repeat:tick') && runs.push(jobId);
      events.on('completed', count);
      await queue.upsertJobScheduler('tick', schedule, { name: 'echo', data: { a: 1 }, opts: { attempts: 2 } });
      await until('three runs', () => runs.length >= 3);
      equal(new Set(runs).size, runs.length);
      const scheduler = await queue.getJobScheduler('tick');
      if (!(scheduler.iterationCount >= 3)) throw new Error(JSON.stringify(scheduler));
      const job = await queue.getJob(runs[2]);
      equal([job.data, job.opts.attempts, job.repeatJobKey], [{ a: 1 }, 2, 'tick']);
      events.off('completed', count);
      equal(await queue.removeJobScheduler('tick'), true);
    }
  },
  async 'data that is no JSON fails by itself'() {
    const client = await (queue.client ?? queue.backend.client);
    const job = await queue.add('echo', 1, { delay: 100 });
    await client.hset(queue.toKey(job.id), 'data', '{broken');
    await until('failed', () => seen.failed.has(job.id));
    equal(seen.failed.get(job.id), "The job's data is not JSON");
    equal(await end(await queue.add('echo', 'next')), 'next');
  },
  async 'hostile options hold up nothing'() {
    const odd = [
      { delay: -5 }, { attempts: 'many' }, { backoff: { type: 'moon', delay: 1 }, attempts: 2 }, { stackTraceLimit: -1 },
      { removeOnComplete: { age: 'x' } }, { unknown: { a: [] } },
    ];
    for (const options of odd) {
      await failure(await queue.add('boom', 1, options));
    }
    equal(await end(await queue.add('echo', 'next')), 'next');
  },
  async 'five megabytes come back'() {
    const text = 'x'.repeat(5_000_000);
    equal((await end(await queue.add('echo', text, { removeOnComplete: true }))).length, text.length);
  },
  async 'nothing is left active'() {
    await until('idle', async () => {
      const counts = await queue.getJobCounts('active', 'waiting', 'delayed', 'prioritized', 'waiting-children');
      return Object.values(counts).every((count) => count === 0);
    });
  },
  async 'obliterated, the queue is gone'() {
    await queue.obliterate({ force: true });
    equal(await queue.getJobCounts('completed', 'failed'), { completed: 0, failed: 0 });
  },
};

for (const [check, run] of Object.entries(checks)) {
  let error;
  await run().catch((thrown) => { error = String(thrown?.stack ?? thrown); });
  console.log(JSON.stringify({ check, error }));
}
await Promise.all([queue.close(), events.close(), flows.close()]);
process.exit(0);
