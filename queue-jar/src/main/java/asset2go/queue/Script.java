package asset2go.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * BullMQ's Lua scripts that we run, unmodified, out of its npm package. The number is that of their
 * KEYS; it is part of the resource's name, so that a script whose keys changed with a new version
 * of BullMQ is not found and the tests fail.
 */
@SuppressWarnings(
    "ImmutableEnumChecker") // Arrays, since that is what goes over the wire; nobody writes into
// them.
enum Script {
  ADD_DELAYED_JOB("addDelayedJob", 6),
  ADD_JOB_SCHEDULER("addJobScheduler", 11),
  ADD_LOG("addLog", 2),
  ADD_PARENT_JOB("addParentJob", 6),
  ADD_PRIORITIZED_JOB("addPrioritizedJob", 9),
  ADD_STANDARD_JOB("addStandardJob", 9),
  CHANGE_DELAY("changeDelay", 4),
  CHANGE_PRIORITY("changePriority", 7),
  CLEAN_JOBS_IN_SET("cleanJobsInSet", 3),
  DRAIN("drain", 5),
  EXTEND_LOCKS("extendLocks", 1),
  GET_COUNTS("getCounts", 1),
  GET_JOBS("getJobs", 1),
  GET_COUNTS_PER_PRIORITY("getCountsPerPriority", 2),
  GET_DEPENDENCY_COUNTS("getDependencyCounts", 4),
  GET_METRICS("getMetrics", 2),
  GET_RATE_LIMIT_TTL("getRateLimitTtl", 2),
  GET_STATE("getStateV2", 8),
  IS_FINISHED("isFinished", 3),
  IS_MAXED("isMaxed", 2),
  MOVE_JOBS_TO_WAIT("moveJobsToWait", 8),
  MOVE_JOB_FROM_ACTIVE_TO_WAIT("moveJobFromActiveToWait", 9),
  MOVE_STALLED_JOBS_TO_WAIT("moveStalledJobsToWait", 9),
  MOVE_TO_ACTIVE("moveToActive", 11),
  MOVE_TO_DELAYED("moveToDelayed", 11),
  MOVE_TO_FINISHED("moveToFinished", 14),
  MOVE_TO_WAITING_CHILDREN("moveToWaitingChildren", 7),
  OBLITERATE("obliterate", 2),
  PAGINATE("paginate", 1),
  PAUSE("pause", 7),
  PROMOTE("promote", 9),
  RELEASE_PARENT("releaseParentIfNoPendingDependencies", 2),
  REMOVE_CHILD_DEPENDENCY("removeChildDependency", 1),
  REMOVE_DEDUPLICATION_KEY("removeDeduplicationKey", 1),
  REMOVE_JOB("removeJob", 2),
  REMOVE_JOB_SCHEDULER("removeJobScheduler", 3),
  REMOVE_ORPHANED_JOBS("removeOrphanedJobs", 1),
  REMOVE_UNPROCESSED_CHILDREN("removeUnprocessedChildren", 2),
  REPROCESS_JOB("reprocessJob", 9),
  RETRY_JOB("retryJob", 11),
  UPDATE_DATA("updateData", 1),
  UPDATE_JOB_SCHEDULER("updateJobScheduler", 12),
  UPDATE_PROGRESS("updateProgress", 3);

  final String scriptName;
  final int keys;
  final byte[] text;
  final byte[] sha;
  final byte[] keyCount;

  Script(String name, int keys) {
    this.scriptName = name;
    this.keys = keys;
    this.text = load("scripts/" + name + "-" + keys + ".lua");
    this.sha = sha1(text).getBytes(StandardCharsets.US_ASCII);
    this.keyCount = Integer.toString(keys).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] load(String resource) {
    try (InputStream in = Script.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("BullMQ's script is not in the jar: " + resource);
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String sha1(byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
