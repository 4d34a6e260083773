package asset2go.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Place;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HouseRulesTest {

  private static JavaClasses all;

  @BeforeAll
  static void read() {
    all =
        new ClassFileImporter()
            .importPaths(Arrays.stream(Room.values()).map(Room::classes).toList());
  }

  @Test
  void everyRoomWasRead() {
    assertThat(all.stream().flatMap(type -> Room.of(type).stream()).distinct())
        .containsExactlyInAnyOrder(Room.values());
  }

  @Test
  void aRoomUsesOnlyWhatTheTableAllows() {
    classes().should(useOnlyWhatTheTableAllows()).check(all);
  }

  @Test
  void theContractHoldsNoBeans() {
    noClasses()
        .that(are(in(Room.SHARED)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.enterprise..", "jakarta.inject..", "jakarta.ejb..", "jakarta.faces..")
        .because("it lies in two class loaders, where every bean would be ambiguous")
        .check(all);
  }

  @Test
  void theQueueKnowsNothingOfAssets() {
    classes().that(are(in(Room.QUEUE))).should().resideInAPackage("asset2go.queue..").check(all);
  }

  @Test
  void theWebTierHoldsNoStateAndKnowsNoStore() {
    noClasses()
        .that(are(in(Room.WEB)))
        // The one class that names the session, to refuse it.
        .and()
        .doNotHaveSimpleName("Stateless")
        .should()
        .dependOnClassesThat(
            are(
                described(
                    "view or session state",
                    type ->
                        type.getName().startsWith("jakarta.faces.view.ViewScoped")
                            || type.getName().startsWith("jakarta.servlet.http.HttpSession")
                            || type.getName().endsWith(".SessionScoped")
                            || type.getName().endsWith(".ConversationScoped")
                            || type.getName().startsWith("org.omnifaces.cdi.ViewScoped"))))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.neo4j..", "redis.clients..", "io.minio..", "jakarta.ejb..")
        .because("any instance serves any click")
        .check(all);
  }

  @Test
  void theWebTierKeepsNothingForTheNextRequest() {
    noClasses()
        .that(are(in(Room.WEB)))
        .should()
        .callMethodWhere(
            describe(
                "a session is opened or read",
                call ->
                    call.getTarget().getName().startsWith("getSession")
                        && call.getTargetOwner().getName().startsWith("jakarta.")))
        .check(all);
  }

  @Test
  void onlyTheDomainSpeaksToNeo4j() {
    noClasses()
        .that(described("outside the domain", type -> !isIn(type, Room.DOMAIN, Room.INFRA)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.neo4j..", "ac.simons.neo4j..")
        .check(all);
  }

  @Test
  void resourcesAreThin() {
    noClasses()
        .that(are(in(Room.API)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("redis.clients..", "io.minio..")
        .check(all);
  }

  @Test
  void nothingIsDecidedByTheContainer() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.annotation.security..")
        .because("the container's own refusals pass by every mapper of ours")
        .check(all);
  }

  @Test
  void aClassIsNamedForWhatItStandsFor() {
    noClasses()
        .should(
            have(
                described(
                    "a name such as …Impl, …Manager, …Helper, …Util or Base…",
                    type ->
                        type.getSimpleName()
                                .matches(".*(Impl|Manager|Helper|Helpers|Util|Utils|Utility)")
                            || type.getSimpleName().matches("Base[A-Z].*"))))
        .check(all);
  }

  /**
   * A new query over assets goes by {@code asset2go.right}: see docs/contributing.md. These need
   * not, each for its reason.
   */
  private static final Set<String> SEES_ALL =
      Set.of(
          // Called by what has asked for the right.
          "asset/Placements",
          "asset/Custodies",
          "custody/DueDays",
          "asset/Steps",
          "acceptance/Askings",
          "asset/Tags",
          // A part of what AssetFilter, which goes by the rights, puts together.
          "asset/Anchor",
          "asset/AssetPages",
          "asset/ByValue",
          "booking/BookedReturns",
          "booking/BookingEdges",
          "booking/BookingGuard",
          "booking/Feasibility",
          "booking/FetchedEdges",
          "booking/Locks",
          "booking/Stocks",
          "cache/Touches",
          "catalogue/Batches",
          "catalogue/CustomValues",
          "catalogue/FieldUpkeep",
          "asset/Moves",
          "catalogue/ModelNames",
          "catalogue/Suppliers",
          "catalogue/Models",
          "maintenance/Downtimes",
          "maintenance/WorkOrderBook",
          "maintenance/CalibrationBook",
          "maintenance/CalibrationGuard",
          // Only of those who see everything; the others have PartFigures.
          "dashboard/Dashboards",
          // What belongs to a place or a category that the caller has a role over.
          "stocktake/Comparison",
          "stocktake/Expectation",
          // Imports want a role over the whole installation.
          "importing/Assets",
          "importing/AssetBatch",
          "importing/AssetWriter",
          "importing/DependencyBatch",
          "importing/RowFields",
          "bulk/ImportItems",
          // Whoever sees somebody off has a role over the whole installation.
          "people/Offboardings",
          // Whoever checks the whole graph is an administrator of the whole installation.
          "check/Checks",
          "check/Circles",
          // Plans are kept, and their work orders opened, by Asset2Go itself.
          "maintenance/DueOrders",
          "maintenance/PlanCoverage",
          // Mails go to administrators and to whoever holds the thing.
          "reminder/WarrantyEnding",
          "reminder/Digest",
          "reminder/Reminders",
          "reminder/OverdueCustody",
          "reminder/FaultsReported",
          "reminder/ServiceMail",
          "reminder/ServiceReminders");

  @TestFactory
  Stream<DynamicTest> aQueryOverAssetsAsksForRights() throws IOException {
    Pattern query = Pattern.compile("\\(\\w*:Asset[ {)|]");
    return sources("src/main/java").stream()
        .filter(file -> file.startsWith(Place.of("domain-jar")))
        .filter(file -> query.matcher(read(file)).find())
        .filter(file -> SEES_ALL.stream().noneMatch(name -> file.endsWith(name + ".java")))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    Place.root().relativize(file).toString(),
                    () ->
                        assertThat(read(file))
                            .as("names asset2go.right.Scope or Rights")
                            .containsPattern("asset2go[.]right\\b")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aTestDoesNotSleep() throws IOException {
    assertThat(sources("src/test/java"))
        .filteredOn(file -> !file.endsWith("HouseRulesTest.java"))
        .allSatisfy(file -> assertThat(file).content().doesNotContain("Thread.sleep"));
  }

  /** What is not mounted, or not watched, is not reloaded, and nothing says so. */
  @ParameterizedTest
  @CsvSource({"api, API", "worker, WORKER", "web, WEB"})
  void developmentReloadsWhatTheRoleIsMadeOf(String role, Room own) throws IOException {
    var rooms = Arrays.stream(Room.values()).filter(own::mayUse).map(Room::toString).toList();
    var service = between(Place.of("docker-compose.dev.yml"), "\n  " + role + ":\n", "\n\n");
    assertThat(service.lines().filter(line -> line.contains("/src:")).map(String::strip))
        .containsExactlyElementsOf(
            rooms.stream()
                .map(room -> "- ./%1$s/src:/opt/asset2go/work/%1$s/src:ro".formatted(room))
                .toList());
    assertThat(between(Place.of("Dockerfile"), "AS " + role + "-development\n", "\n\n"))
        .contains("RELOAD_MODULES=\"" + String.join(" ", rooms) + "\"");
  }

  private static String between(Path file, String begin, String end) throws IOException {
    var text = Files.readString(file) + end;
    var from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }

  /** Byte code does not keep the annotation of every package, so the sources are read. */
  @TestFactory
  Stream<DynamicTest> everyPackageSaysWhyItExists() throws IOException {
    return sources("src/main/java").stream()
        .map(Path::getParent)
        .distinct()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    Place.root().relativize(folder).toString(),
                    () ->
                        assertThat(folder.resolve("package-info.java"))
                            .content()
                            .contains("@NullMarked", "/**")));
  }

  private static List<Path> sources(String kind) throws IOException {
    try (Stream<Path> modules = Files.list(Place.root())) {
      return modules
          .map(module -> module.resolve(kind))
          .filter(Files::isDirectory)
          .flatMap(HouseRulesTest::files)
          .filter(file -> file.toString().endsWith(".java"))
          .toList();
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ArchCondition<JavaClass> useOnlyWhatTheTableAllows() {
    return new ArchCondition<>("use only what docs/contributing.md allows its module") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Room own = Room.of(type).orElseThrow();
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          Optional<Room> other = Room.of(dependency.getTargetClass());
          other
              .filter(room -> !own.mayUse(room))
              .ifPresent(
                  room ->
                      events.add(
                          SimpleConditionEvent.violated(
                              type,
                              own + " must not use " + room + ": " + dependency.getDescription())));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> have(DescribedPredicate<JavaClass> name) {
    return ArchCondition.from(name);
  }

  private static DescribedPredicate<JavaClass> in(Room room) {
    return described("in " + room, type -> isIn(type, room));
  }

  private static boolean isIn(JavaClass type, Room... rooms) {
    return Room.of(type).filter(Arrays.asList(rooms)::contains).isPresent();
  }

  private static DescribedPredicate<JavaClass> described(
      String words, java.util.function.Predicate<JavaClass> predicate) {
    return describe(words, predicate);
  }
}
