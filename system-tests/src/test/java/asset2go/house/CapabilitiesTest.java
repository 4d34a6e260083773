package asset2go.house;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Place;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** What docs/capabilities.md says is there, has a test that proves it, and a page that is seen. */
final class CapabilitiesTest {

  private static final Path TABLE = Place.of("docs", "capabilities.md");
  private static final Path TESTS = Place.of("system-tests", "src", "test", "java");
  private static final Pattern TITLE = Pattern.compile("## (\\d+)\\. .+");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern ROUTE =
      Pattern.compile("(?:inside|open)\\(\"([^\"]+)\", \"([^\"]+)\"\\)");

  /** Parts of pages, which a script asks for. */
  private static final Set<String> PARTS = Set.of("/bookings/check", "/lookup/{kind}");

  /**
   * A row of the table.
   *
   * @param point the number of its section
   */
  private record Row(int point, String what, List<String> tests, List<String> pages) {}

  @Test
  void everyPointHasRows() throws IOException {
    assertThat(rows().map(Row::point).distinct())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
  }

  @TestFactory
  Stream<DynamicTest> aCapabilityHasATestThatProvesIt() throws IOException {
    Set<Path> sources = sources();
    return rows()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.what(),
                    () -> {
                      assertThat(row.tests()).isNotEmpty();
                      assertThat(row.tests()).allMatch(test -> isTest(test, sources));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aCapabilityHasAPageThatIsLookedAt() throws IOException {
    Set<String> seen = seenPages();
    return rows()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.what(),
                    () -> {
                      assertThat(row.pages()).isNotEmpty();
                      assertThat(row.pages().stream().map(CapabilitiesTest::anyId))
                          .isSubsetOf(seen);
                    }));
  }

  @Test
  void everyPageThereIsIsLookedAt() throws IOException {
    List<String> routes = new ArrayList<>();
    Matcher route =
        ROUTE.matcher(
            Files.readString(Place.of("web-faces", "src/main/java/asset2go/frame/Routes.java")));
    while (route.find()) {
      routes.add(route.group(1));
    }
    Set<String> seen =
        seenPages().stream()
            .map(page -> page.replaceFirst("\\?.*", ""))
            .flatMap(page -> routes.stream().filter(one -> leads(one, page)).limit(1))
            .collect(Collectors.toSet());
    seen.addAll(PARTS);
    assertThat(routes).hasSizeGreaterThan(60);
    assertThat(seen).containsAll(routes);
  }

  private static boolean leads(String route, String page) {
    return page.matches(route.replaceAll("\\{[^}]+}", "[^/]+"));
  }

  private static Stream<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    int point = 0;
    for (String line : Files.readAllLines(TABLE)) {
      Matcher title = TITLE.matcher(line);
      if (title.matches()) {
        point = Integer.parseInt(title.group(1));
      } else if (line.startsWith("| ") && !line.startsWith("| what |")) {
        String[] cells = line.substring(1, line.length() - 1).split("\\|");
        assertThat(cells).as(line).hasSize(3);
        rows.add(new Row(point, cells[0].strip(), code(cells[1]), code(cells[2])));
      }
    }
    return rows.stream();
  }

  private static List<String> code(String cell) {
    return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
  }

  /** Class, or Class.method. */
  private static boolean isTest(String name, Set<Path> sources) {
    String[] parts = name.split("\\.", 2);
    return sources.stream()
        .filter(source -> source.endsWith(parts[0] + ".java"))
        .findFirst()
        .map(CapabilitiesTest::load)
        .filter(type -> methods(type).anyMatch(test -> parts.length == 1 || test.equals(parts[1])))
        .isPresent();
  }

  private static Stream<String> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(CapabilitiesTest::isRun)
        .map(method -> method.getName());
  }

  private static boolean isRun(AnnotatedElement method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(TestFactory.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }

  private static Class<?> load(Path source) {
    String name = TESTS.relativize(source).toString().replace('/', '.').replace(".java", "");
    try {
      return Class.forName(name, false, CapabilitiesTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static Set<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toSet());
    }
  }

  /** The addresses that PagesTest opens, with {@code {}} for what is different each time. */
  private static Set<String> seenPages() throws IOException {
    String source = Files.readString(TESTS.resolve("asset2go/browser/PagesTest.java"));
    return Stream.of("PAGES\\.put\\(\\s*\"[^\"]+\",\\s*(.*?)\\);", "page\\.navigate\\((\".*?)\\);")
        .flatMap(call -> Pattern.compile(call, Pattern.DOTALL).matcher(source).results())
        .map(call -> address(call.group(1)))
        .collect(Collectors.toSet());
  }

  /** Of an expression that strings and variables are joined in. */
  private static String address(String expression) {
    StringBuilder address = new StringBuilder();
    for (String part : expression.split("\\s*\\+\\s*(?=\"|[a-z])")) {
      address.append(literal(part.strip()).orElse("{}"));
    }
    return address.toString();
  }

  private static Optional<String> literal(String part) {
    return part.startsWith("\"") && part.endsWith("\"")
        ? Optional.of(part.substring(1, part.length() - 1))
        : Optional.empty();
  }

  private static String anyId(String page) {
    return page.replaceAll("\\{[^}]*}", "{}");
  }
}
