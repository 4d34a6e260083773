package asset2go.settings;

import java.util.List;
import java.util.Locale;

/** Says everything that keeps a role from starting; never the value of a variable. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** What is wrong with one variable. */
  public record Problem(String variable, String wrong) {}

  SettingsException(Role role, List<Problem> problems) {
    super(message(role, problems));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  private static String message(Role role, List<Problem> problems) {
    var width = problems.stream().mapToInt(p -> p.variable().length()).max().orElse(0);
    var text =
        new StringBuilder(
            "Asset2Go cannot start (role %s): %d setting%s missing or wrong.%n"
                .formatted(
                    role.name().toLowerCase(Locale.ROOT),
                    problems.size(),
                    problems.size() == 1 ? " is" : "s are"));
    for (var problem : problems) {
      text.append("  %s  %s%n".formatted(pad(problem.variable(), width), problem.wrong()));
    }
    return text.append("Set them in the environment or in .env; .env.example explains each.")
        .toString();
  }

  private static String pad(String name, int width) {
    return name + " ".repeat(width - name.length());
  }
}
