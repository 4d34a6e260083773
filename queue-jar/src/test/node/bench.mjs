// BullMQ's side of the benchmark: obeys lines "add QUEUE N BATCH" and "work QUEUE N CONCURRENCY" and answers each with the
// seconds and the CPU microseconds that it took. `node bench.mjs PORT`.
import { createInterface } from 'node:readline';
import bullmq from 'bullmq';

const { Queue, Worker } = bullmq;
const connection = { host: '127.0.0.1', port: Number(process.argv[2]), maxRetriesPerRequest: null };

const tasks = {
  async add(name, n, batch) {
    const queue = new Queue(name, { connection });
    await queue.waitUntilReady();
    return {
      run: async () => {
        for (let from = 0; from < n; from += batch) {
          await queue.addBulk(Array.from({ length: batch }, (_, i) => ({ name: 'noop', data: { i: from + i } })));
        }
      },
      end: () => queue.close(),
    };
  },
  async work(name, n, concurrency) {
    let done = 0;
    let finished;
    const all = new Promise((resolve) => { finished = resolve; });
    const worker = new Worker(name, async () => 'ok', { connection, concurrency, autorun: false });
    worker.on('completed', () => { if (++done === n) finished(); });
    await worker.waitUntilReady();
    return { run: async () => { worker.run(); await all; }, end: () => worker.close() };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [task, name, n, parameter] = line.split(' ');
  const { run, end } = await tasks[task](name, Number(n), Number(parameter));
  const cpu = process.cpuUsage();
  const from = performance.now();
  await run();
  const seconds = (performance.now() - from) / 1000;
  const used = process.cpuUsage(cpu);
  await end();
  console.log(`${seconds} ${used.user + used.system}`);
}
process.exit(0);
