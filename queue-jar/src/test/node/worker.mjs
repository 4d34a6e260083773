// A Node worker that does what the Java echo worker does: `node worker.mjs PACKAGE PORT QUEUE`. Ends with its input.
const [, , pkg, port, name] = process.argv;
const { Worker } = (await import(pkg)).default;

const worker = new Worker(
  name,
  async (job) => {
    if (job.name === 'boom') throw new Error('boom');
    if (job.name === 'flaky' && job.attemptsMade < 2) throw new Error('not yet');
    if (job.name === 'flaky') return 'third time';
    if (job.name === 'log') {
      await job.log('first row');
      await job.updateProgress(42);
      return 'logged';
    }
    return job.data;
  },
  { connection: { host: '127.0.0.1', port: Number(port), maxRetriesPerRequest: null }, name: 'node', concurrency: 5 },
);
await worker.waitUntilReady();
console.log('ready');
process.stdin.on('end', async () => {
  await worker.close();
  process.exit(0);
}).resume();
