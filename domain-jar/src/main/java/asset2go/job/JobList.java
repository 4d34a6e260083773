package asset2go.job;

import asset2go.graph.Keyset;
import asset2go.graph.Limits;
import asset2go.outbox.Lane;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.queue.Job;
import asset2go.queue.JobOutlines;
import asset2go.queue.JobState;
import asset2go.queue.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pages of jobs: state by state, queue by queue. A cursor names the last job shown and where it
 * stood; where that job has moved on meanwhile, its old place is where the next page begins.
 */
@ApplicationScoped
public class JobList {

  private static final List<JobState> ORDER =
      List.of(
          JobState.ACTIVE,
          JobState.WAITING,
          JobState.PRIORITIZED,
          JobState.DELAYED,
          JobState.WAITING_CHILDREN,
          JobState.PAUSED,
          JobState.FAILED,
          JobState.COMPLETED);

  private static final int PORTION = 100;

  /** So many jobs are looked through for a name in one request. */
  private static final int MOST_SEEN = 2_000;

  private @Inject QueueRoom room;

  /**
   * @param queue null for both
   * @param state null for all
   * @param name null for every name
   */
  public Page<JobSummary> find(
      @Nullable String queue,
      @Nullable String state,
      @Nullable String name,
      @Nullable Integer limit,
      @Nullable String after) {
    int most = Limits.page(limit);
    List<Section> sections = sections(blank(queue), blank(state));
    Place from = after == null ? null : Place.parse(after);
    return room.ask(redis -> new Scan(redis, sections, blank(name), most).from(from));
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private List<Section> sections(@Nullable String queue, @Nullable String state) {
    List<Lane> lanes = queue == null ? List.of(Lane.values()) : List.of(room.lane(queue));
    List<JobState> states = state == null ? ORDER : List.of(state(state));
    return states.stream()
        .flatMap(one -> lanes.stream().map(lane -> new Section(lane, one)))
        .toList();
  }

  /** A state by its word. */
  static JobState state(String word) {
    return ORDER.stream()
        .filter(state -> Summaries.state(state).word().equals(word))
        .findAny()
        .orElseThrow(
            () ->
                new DomainError.Malformed(
                    "state",
                    "must be one of "
                        + String.join(
                            ", ",
                            ORDER.stream().map(state -> Summaries.state(state).word()).toList())));
  }

  private record Section(Lane lane, JobState state) {}

  /** A job in a list: its section, where in it, and its id. */
  private record Place(Section section, int index, String id) {

    String cursor() {
      return new Keyset(section.lane() + " " + section.state() + " " + index, id).cursor();
    }

    static Place parse(String cursor) {
      Keyset key = Keyset.parse(cursor);
      String[] parts = key.key().split(" ", -1);
      try {
        Section section = new Section(Lane.valueOf(parts[0]), JobState.valueOf(parts[1]));
        int index = Integer.parseInt(parts[2]);
        if (index >= 0) {
          return new Place(section, index, key.id());
        }
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        // Falls through: it is none of ours.
      }
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
  }

  /** One reading. */
  private final class Scan {
    private final Redis redis;
    private final List<Section> sections;
    private final @Nullable String name;
    private final int most;
    private final List<JobSummary> rows = new ArrayList<>();
    private @Nullable Place last;
    private int seen;

    private Scan(Redis redis, List<Section> sections, @Nullable String name, int most) {
      this.redis = redis;
      this.sections = sections;
      this.name = name;
      this.most = most;
    }

    private Page<JobSummary> from(@Nullable Place start) {
      Stream<Section> left =
          start == null
              ? sections.stream()
              : sections.stream().dropWhile(section -> !section.equals(start.section()));
      for (Section section : left.toList()) {
        int first = start != null && section.equals(start.section()) ? behind(start) : 0;
        if (!read(section, first)) {
          return new Page<>(List.copyOf(rows), last == null ? null : last.cursor(), null);
        }
      }
      return new Page<>(List.copyOf(rows), null, null);
    }

    private JobOutlines outlines(Section section) {
      return new JobOutlines(redis, room.name(section.lane()));
    }

    private int behind(Place place) {
      return outlines(place.section())
              .position(place.section().state(), place.id())
              .orElse(place.index() - 1)
          + 1;
    }

    /** Reads a section to its end; false where the page is full, or enough was looked through. */
    private boolean read(Section section, int first) {
      JobOutlines outlines = outlines(section);
      int index = first;
      while (true) {
        List<String> ids = outlines.ids(section.state(), index, portion());
        List<Job> jobs = outlines.outlines(ids);
        Map<String, Instant> due =
            section.state() == JobState.DELAYED ? outlines.due(ids) : Map.of();
        for (Job job : jobs) {
          if (name == null || name.equals(job.name())) {
            if (rows.size() == most) {
              return false;
            }
            rows.add(
                Summaries.of(
                    section.lane(), job, Summaries.state(section.state()), due.get(job.id())));
          }
          last = new Place(section, index + ids.indexOf(job.id()), job.id());
        }
        index += ids.size();
        seen += ids.size();
        if (ids.size() < portion()) {
          return true;
        }
        if (seen >= MOST_SEEN) {
          return false;
        }
      }
    }

    private int portion() {
      return name == null ? Math.min(PORTION, most + 1) : PORTION;
    }
  }
}
