// BullMQ's own classes over the bridge: `node bridged.cjs BRIDGE-PORT REDIS-PORT QUEUE` prints what they see, as JSON.
'use strict';
const { once } = require('node:events');
const { Queue, Worker, FlowProducer } = require('bullmq');
const { install } = require('./bridge.cjs');

const [, , bridge, port, name] = process.argv;
install(Number(bridge));
const connection = { host: '127.0.0.1', port: Number(port), maxRetriesPerRequest: null };

(async () => {
  const queue = new Queue(name, { connection });
  const flows = new FlowProducer({ connection });
  const seen = {};

  await queue.addBulk([
    { name: 'later', data: { n: 1 }, opts: { delay: 3600000 } },
    { name: 'soon', data: { n: 2 }, opts: { priority: 2 } },
  ]);
  seen.counts = await queue.getJobCounts('waiting', 'delayed', 'prioritized');
  const [later] = await queue.getDelayed();
  seen.delayed = { name: later.name, data: later.data, delay: later.opts.delay };
  await later.changeDelay(60000);
  await later.promote();
  seen.promoted = await later.getState();
  seen.twice = await later.promote().catch(error => error.message);
  await queue.pause();
  seen.paused = await queue.isPaused();
  await queue.resume();
  await queue.drain();

  const worker = new Worker(
    name,
    async (job, token) => {
      if (job.name === 'parent') {
        return Object.values(await job.getChildrenValues()).sort();
      }
      if (job.name === 'flaky' && job.attemptsMade === 0) {
        throw new Error('not yet');
      }
      await job.log(`at ${job.name}`);
      await job.updateProgress(50);
      return job.data.n * 2;
    },
    { connection, name: 'node' },
  );
  const tree = await flows.add({
    name: 'parent',
    queueName: name,
    children: [
      { name: 'child', queueName: name, data: { n: 3 } },
      { name: 'flaky', queueName: name, data: { n: 4 }, opts: { attempts: 2 } },
    ],
  });
  for (let job; job?.name !== 'parent'; ) {
    [job] = await once(worker, 'completed');
  }
  const parent = await queue.getJob(tree.job.id);
  const flaky = await queue.getJob(tree.children[1].job.id);
  seen.parent = parent.returnvalue;
  seen.flaky = { attempts: flaky.attemptsMade, progress: flaky.progress, by: flaky.processedBy, logs: (await queue.getJobLogs(flaky.id)).logs };
  seen.metrics = (await queue.getMetrics('completed')).count;
  await worker.close();
  seen.cleaned = (await queue.clean(0, 100, 'completed')).length;
  await queue.obliterate();
  await Promise.all([queue.close(), flows.close()]);
  console.log(JSON.stringify(seen));
})().catch(error => {
  console.error(error);
  process.exit(1);
});
