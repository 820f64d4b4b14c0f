package dev.sluice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.sluice.command.Command;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rules.Rules;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the arrows of docs/architecture.md, which is drawn from the table in here. */
class ArchitectureTest {
  private static final String BASE = "dev.sluice";

  /** Package → the packages it may use. */
  static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              entry("language", Set.of()),
              entry("setting", Set.of()),
              entry("sql", Set.of()),
              entry("mergerequest", Set.of()),
              entry("change", Set.of("language", "mergerequest", "sql", "setting")),
              entry("catalog", Set.of("sql", "setting")),
              entry("bulk", Set.of("sql", "catalog", "setting")),
              entry("probe", Set.of("sql")),
              entry("target", Set.of("sql", "catalog", "bulk", "change", "probe", "setting")),
              entry(
                  "review",
                  Set.of("language", "sql", "catalog", "bulk", "change", "probe", "setting")),
              entry("undo", Set.of("language", "sql", "catalog")),
              entry("approval", Set.of("language", "change", "mergerequest", "setting")),
              entry("deploy", Set.of("sql", "catalog", "bulk", "target", "change", "setting")),
              entry(
                  "store",
                  Set.of(
                      "mergerequest",
                      "sql",
                      "change",
                      "catalog",
                      "review",
                      "approval",
                      "deploy",
                      "setting")),
              entry("gitlab", Set.of("mergerequest", "setting")),
              entry(
                  "flow",
                  Set.of(
                      "language",
                      "mergerequest",
                      "sql",
                      "change",
                      "catalog",
                      "probe",
                      "target",
                      "review",
                      "approval",
                      "undo",
                      "deploy",
                      "store",
                      "setting")),
              entry(
                  "command",
                  Set.of(
                      "language",
                      "mergerequest",
                      "change",
                      "approval",
                      "deploy",
                      "store",
                      "flow",
                      "setting")),
              entry("web", Set.of("mergerequest", "gitlab", "setting")),
              entry(
                  "config",
                  Set.of(
                      "setting",
                      "sql",
                      "change",
                      "target",
                      "review",
                      "approval",
                      "deploy",
                      "store",
                      "gitlab",
                      "command",
                      "web")),
              entry("demo", Set.of("setting", "config", "review", "store", "flow")),
              entry(
                  "cli",
                  Set.of(
                      "language",
                      "setting",
                      "config",
                      "demo",
                      "sql",
                      "catalog",
                      "change",
                      "review",
                      "store",
                      "flow"))));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  @Test
  void packagesUseOnlyTheArrowsDrawn() {
    LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : MAY_USE.keySet()) {
      layers = layers.layer(name).definedBy(BASE + "." + name + "..");
    }
    for (Map.Entry<String, Set<String>> arrow : MAY_USE.entrySet()) {
      var layer = layers.whereLayer(arrow.getKey());
      layers =
          arrow.getValue().isEmpty()
              ? layer.mayNotAccessAnyLayer()
              : layer.mayOnlyAccessLayers(arrow.getValue().toArray(String[]::new));
    }
    layers.check(CLASSES);
  }

  @Test
  void everyPackageIsInTheTable() {
    Set<String> found =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(p -> p.startsWith(BASE + "."))
            .map(p -> p.substring(BASE.length() + 1).split("\\.")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found).isEqualTo(MAY_USE.keySet());
  }

  @Test
  void thereAreNoCycles() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void thereAreNoCyclesInsideAFeature() {
    slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheCommandLineAndTheDemoUseTheRoot() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE, BASE + ".cli..", BASE + ".demo..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE)
        .check(CLASSES);
  }

  @Test
  void onlyTheRootSeesTheWholeConfiguration() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE, BASE + ".config..", BASE + ".cli..", BASE + ".demo..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + ".config..")
        .check(CLASSES);
  }

  @Test
  void gitlab4jStaysInGitlab() {
    onlyIn("org.gitlab4j..", "gitlab");
  }

  @Test
  void jdbiStaysInStore() {
    onlyIn("org.jdbi..", "store");
  }

  /** sql: SQLite judges its own syntax (ADR 3); demo plays people. */
  @Test
  void jdbcStaysWhereDatabasesAreTalkedTo() {
    onlyIn("java.sql..", "target", "deploy", "store", "sql", "demo");
  }

  @Test
  void javalinStaysInWebAndDemo() {
    onlyIn("io.javalin..", "web", "demo");
  }

  @Test
  void jsqlparserStaysWhereSqlIsRead() {
    onlyIn("net.sf.jsqlparser..", "sql", "catalog", "review");
  }

  @Test
  void okhttpStaysInGitlab() {
    onlyIn("okhttp3..", "gitlab");
  }

  @Test
  void everyRuleIsListed() {
    Set<String> written =
        CLASSES.stream()
            .filter(c -> c.isAssignableTo(Rule.class) && !c.isInterface())
            .filter(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
            .filter(c -> c.getPackageName().startsWith("dev.sluice.review.rules"))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed =
        Rules.all().stream()
            .map(r -> r.getClass().getName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed).isEqualTo(written);
  }

  @Test
  void commandsAreFinalAndNamedForWhatTheyAre() {
    CLASSES.stream()
        .filter(c -> c.isAssignableTo(Command.class) && !c.isInterface())
        .forEach(
            c -> {
              assertThat(c.getSimpleName()).endsWith("Command");
              assertThat(c.getModifiers()).as(c.getSimpleName()).contains(JavaModifier.FINAL);
            });
  }

  private static void onlyIn(String library, String... packages) {
    String[] allowed = new String[packages.length];
    for (int i = 0; i < packages.length; i++) {
      allowed[i] = BASE + "." + packages[i] + "..";
    }
    noClasses()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .check(CLASSES);
  }
}
