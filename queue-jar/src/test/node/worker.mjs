// A Node worker that does what the Java echo worker does: `node worker.mjs PACKAGE PORT QUEUE`. Ends with its input.
const [, , pkg, port, name] = process.argv;
const { Queue, Worker, WaitingChildrenError } = (await import(pkg)).default;
const connection = { host: '127.0.0.1', port: Number(port), maxRetriesPerRequest: null };

const worker = new Worker(
  name,
  async (job, token) => {
    if (job.name === 'boom') throw new Error('boom');
    if (job.name === 'flaky' && job.attemptsMade < 2) throw new Error('not yet');
    if (job.name === 'flaky') return 'third time';
    if (job.name === 'log') {
      await job.log('first row');
      await job.updateProgress(42);
      return 'logged';
    }
    if (job.name === 'limit' && job.attemptsStarted < 2) {
      await worker.rateLimit(300);
      throw Worker.RateLimitError();
    }
    if (job.name === 'failures') return Object.values(await job.getIgnoredChildrenFailures());
    if (job.name === 'parent') {
      const other = new Queue(job.data.queue, { connection });
      await other.add('echo', 'from Java', { jobId: `${job.id}-child`, parent: { id: job.id, queue: job.queueQualifiedName } });
      await other.close();
      if (await job.moveToWaitingChildren(token)) throw new WaitingChildrenError();
      return Object.values(await job.getChildrenValues());
    }
    return job.data;
  },
  { connection, name: 'node', concurrency: 5 },
);
await worker.waitUntilReady();
console.log('ready');
process.stdin.on('end', async () => {
  await worker.close();
  process.exit(0);
}).resume();
