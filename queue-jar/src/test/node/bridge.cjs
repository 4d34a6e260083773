// A back end for BullMQ's classes that has Java carry out what they ask for: a line of JSON each to Bridge.java and a line back, in order.
// What Java has nothing for, and what blocks, BullMQ's own back end does: Java is told, since it counts both.
'use strict';
const net = require('node:net');
const path = require('node:path');
const { createInterface } = require('node:readline');

const dist = path.resolve(__dirname, '../../../node_modules/bullmq/dist/cjs');
const { createRedisBackend, setDefaultBackendFactory } = require(path.join(dist, 'utils/create-backend'));
const { optsEncodeMap, optsDecodeMap } = require(path.join(dist, 'utils'));

const now = Date.now;

class Line {
  constructor(port) {
    this.pending = [];
    this.socket = net.connect(port, '127.0.0.1').setNoDelay(true).unref();
    this.socket.on('error', error => this.fail(error));
    this.socket.on('close', () => this.fail(new Error('The bridge is closed')));
    createInterface({ input: this.socket }).on('line', line => {
      const waiting = this.pending.shift();
      this.rest();
      waiting.resolve(JSON.parse(line));
    });
  }

  // A process ends only when nothing is under way.
  rest() {
    if (this.pending.length === 0) {
      this.socket.unref();
    }
  }

  fail(error) {
    this.pending.splice(0).forEach(waiting => waiting.reject(error));
  }

  tell(message) {
    this.socket.write(`${JSON.stringify(message)}\n`);
  }

  ask(message) {
    return new Promise((resolve, reject) => {
      this.pending.push({ resolve, reject });
      this.socket.ref();
      this.tell(message);
    });
  }
}

// Options as they are stored: long names have short ones there.
const stored = opts =>
  Object.fromEntries(
    Object.entries(opts ?? {}).flatMap(([name, value]) =>
      name === 'telemetry' ? [['tm', value?.metadata], ['omc', value?.omitContext]] : [[optsEncodeMap[name] ?? name, value]],
    ),
  );
const read = opts => {
  const { tm, omc, ...rest } = Object.fromEntries(Object.entries(opts).map(([name, value]) => [optsDecodeMap[name] ?? name, value]));
  const telemetry = { ...(tm === undefined ? {} : { metadata: tm }), ...(omc === undefined ? {} : { omitContext: omc }) };
  return Object.keys(telemetry).length === 0 ? rest : { ...rest, telemetry };
};
const entry = (job, id, parent) => ({
  id,
  name: job.name,
  data: job.data,
  opts: stored(job.opts),
  parent: job.parent,
  repeatJobKey: job.repeatJobKey,
  hasChildren: !!parent?.addToWaitingChildren,
  deferred: !!parent?.deferParentRelease,
});
const job = json => json && Object.fromEntries(Object.entries({ ...json, opts: read(json.opts) }).map(([name, value]) => [name, value ?? undefined]));
const fetched = ([next, ...rest]) => [next ? job(next) : null, ...rest];

// What is sent instead of the arguments; something that throws is not for Java.
const give = {
  addJob: ([json, id, parent]) => [entry(json, id, parent)],
  addJobs: ([entries]) => [entries.map(each => entry(each.job, each.jobId, each.parentKeyOpts))],
  addFlow: ([entries]) => [entries.map(each => ({ ...entry(each.jobData, each.jobId, each.parentKeyOpts), prefix: each.prefix, queue: each.queueName }))],
  moveToActive: ([token]) => [token],
  moveToCompleted: ([of, value, removeOnComplete, token, next], backend) => [
    { id: of.id, opts: stored({ ...of.opts, removeOnComplete }) },
    JSON.stringify(value) ?? 'null',
    token,
    !!next && !backend.closing,
  ],
  moveToFailed: ([of, , removeOnFail, token, next, fields], backend) => [
    { id: of.id, opts: stored({ ...of.opts, removeOnFail }) },
    token,
    !!next && !backend.closing,
    fields,
  ],
  moveToDelayed: ([id, , delay, token = '0', opts = {}], backend) => [id, token, delay, !!opts.skipAttempt, opts.fieldsToUpdate, !!opts.fetchNext && !backend.closing],
  moveToWaitingChildren: ([id, token, opts = {}]) => {
    if (opts.child) {
      throw new Error('children of which one is named');
    }
    return [id, token];
  },
  moveJobFromActiveToWait: ([id, token = '0']) => [id, token],
  retryJob: ([id, lifo, token = '0', opts = {}]) => [id, !!lifo, token, opts.fieldsToUpdate],
  retryFinishedJob: ([of, state, opts = {}]) => [of.id, state, !!opts.resetAttemptsMade, !!opts.resetAttemptsStarted],
  updateData: ([of, data]) => [of.id, JSON.stringify(data)],
  updateProgress: ([id, progress]) => [id, JSON.stringify(progress)],
  getJobs: ([types, start = 0, end = -1, asc = false]) => [types, start, end, asc],
  getRanges: ([types, start = 0, end = 1, asc = false]) => [types, start, end, asc],
  addJobScheduler: ([id, , data, templateOpts, opts, , producer]) => [id, data, stored(templateOpts), opts, producer],
};

// What BullMQ's own back end would have made of the answer.
const take = {
  getJobData: job,
  moveToActive: fetched,
  moveToDelayed: fetched,
  moveToCompleted: ({ result, finishedOn }) => ({ result: fetched(result), finishedOn }),
  moveToFailed: ({ result, finishedOn }) => ({ result: fetched(result), finishedOn }),
  getDeduplicationJobId: value => value,
  getQueueMetaField: value => value,
};

const active = ([of]) => ({ jobId: of?.id ?? of, state: 'active' });
const refusals = {
  addJob: ([, , parent]) => ({ parentKey: parent?.parentKey }),
  moveToCompleted: args => ({ ...active(args), command: 'moveToFinished' }),
  moveToFailed: args => ({ ...active(args), command: 'moveToFinished' }),
  moveToDelayed: active,
  moveToWaitingChildren: active,
  moveJobFromActiveToWait: active,
  retryJob: active,
  retryFinishedJob: ([of, state]) => ({ jobId: of.id, command: 'reprocessJob', state }),
  promote: ([jobId]) => ({ jobId, state: 'delayed' }),
  changeDelay: ([jobId]) => ({ jobId, state: 'delayed' }),
  remove: ([jobId]) => ({ jobId, command: 'removeJob' }),
  updateData: ([of]) => ({ jobId: of.id }),
  removeChildDependency: ([jobId, parentKey]) => ({ jobId, parentKey }),
};
const refused = (backend, op, args, code) => {
  if (op === 'remove' && code === 0) {
    return 0;
  }
  if (op === 'addFlow') {
    return args[0].map(() => [null, code]);
  }
  throw backend.finishedErrors({ code, command: op, jobId: typeof args[0] === 'string' ? args[0] : undefined, ...refusals[op]?.(args) });
};

const operations =
  'addJob addJobs addFlow addJobScheduler moveToActive moveToCompleted moveToFailed moveToDelayed moveToWaitingChildren moveJobFromActiveToWait retryJob retryFinishedJob promote moveStalledJobsToWait retryFinishedJobs promoteJobs pause drain cleanJobsByState obliterate removeOrphanedJobs extendLock extendLocks updateData updateProgress addLog clearLogs changeDelay changePriority remove removeUnprocessedChildren removeChildDependency removeDeduplicationKey deleteDeduplicationKey updateJobSchedulerNextMillis removeJobScheduler getJobScheduler isJobScheduler getJobSchedulerData getJobSchedulersRange getJobSchedulersCount getState isFinished isMaxed isJobInState getJobData getDeduplicationJobId getJobLogs getRateLimitTtl getCounts getCountsPerPriority getRanges getJobs getDependencyCounts getDependencies getProcessedChildrenValues getIgnoredChildrenFailures getMetrics getClientList paginate setQueueMeta getQueueMetaField getQueueMetaFields getQueueMeta removeQueueMetaFields hasQueueMetaField setRateLimit removeRateLimitKey removeDeprecatedPriorityKey trimEvents publishEvent'.split(
    ' ',
  );
const blocking = ['waitForJob', 'readEvents'];

const options = ({ name, lockDuration, limiter, maxStalledCount, stalledInterval, metrics, removeOnComplete, removeOnFail } = {}) => ({
  name,
  lockDuration,
  limiter,
  maxStalledCount,
  stalledInterval,
  maxDataPoints: metrics?.maxDataPoints,
  removeOnComplete,
  removeOnFail,
});

// Why BullMQ's own back end is to do it, whatever it is.
const reason = async backend => {
  if (Math.abs(now() - Date.now()) > 50) {
    return "a test's own clock";
  }
  const client = await backend.client;
  return backend.closing || client.status !== 'ready' ? 'not connected' : undefined;
};

function bridged(backend, line) {
  const context = { prefix: backend.qualifiedName.slice(0, -backend.name.length - 1), queue: backend.name, options: options(backend.queue.opts) };
  for (const op of operations) {
    const theirs = backend[op].bind(backend);
    backend[op] = async (...args) => {
      const why = await reason(backend);
      let sent;
      if (!why) {
        try {
          sent = give[op] ? give[op](args, backend) : args;
        } catch (error) {
          sent = undefined;
        }
      }
      if (!sent) {
        line.tell({ op, theirs: why ?? 'its arguments' });
        return theirs(...args);
      }
      const answer = await line.ask({ op, ...context, ...(op === 'moveToActive' ? { options: { ...context.options, name: args[1] } } : {}), args: sent });
      if (answer.none !== undefined) {
        return theirs(...args);
      }
      if (answer.error !== undefined) {
        throw new Error(op === 'obliterate' ? 'Cannot obliterate queue with active jobs' : answer.error);
      }
      return answer.code === undefined ? (take[op] ?? (value => value ?? undefined))(answer.value) : refused(backend, op, args, answer.code);
    };
  }
  for (const op of blocking) {
    const theirs = backend[op].bind(backend);
    backend[op] = (...args) => {
      line.tell({ op, theirs: 'blocking' });
      return theirs(...args);
    };
  }
  const forQueue = backend.forQueue.bind(backend);
  backend.forQueue = (...args) => bridged(forQueue(...args), line);
  return backend;
}

/** From now on all of BullMQ's classes in this process work over the bridge. */
function install(port) {
  setDefaultBackendFactory((...args) => {
    const line = new Line(port);
    const backend = bridged(createRedisBackend(...args), line);
    const close = backend.close.bind(backend);
    backend.close = async (...how) => {
      await close(...how);
      line.socket.end();
    };
    return backend;
  });
}

module.exports = { install, Line };
