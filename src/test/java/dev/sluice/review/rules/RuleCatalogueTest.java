package dev.sluice.review.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.sluice.review.RuleId;
import dev.sluice.review.SluiceVersion;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.sql.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the catalogue as a whole. */
class RuleCatalogueTest {
  private static final List<RuleInfo> INFOS = Rules.all().stream().map(Rule::info).toList();

  @Test
  void everyRuleClassIsInTheList() {
    Set<String> classes =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.sluice.review")
                .stream()
                .filter(c -> c.getPackageName().startsWith("dev.sluice.review.rules"))
                .filter(c -> c.isAssignableTo(Rule.class))
                .filter(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

    assertThat(classes)
        .containsExactlyInAnyOrderElementsOf(
            Rules.all().stream().map(r -> r.getClass().getSimpleName()).toList());
  }

  /** A rewrite of 200 rows is a note, and a fixture shows it. */
  @Test
  void rulesAboutLocksShowThatSmallTablesAreWorthANoteOnly() throws IOException {
    for (Rule rule : Rules.all()) {
      boolean scaled =
          rule.getClass().getPackageName().endsWith(".lock")
              && rule.info().onSmallTables().isPresent();
      for (Dialect engine : scaled ? rule.info().engines() : Set.<Dialect>of()) {
        Path expected =
            Path.of("test-fixtures/rules", rule.info().id().value(), engine.id(), "expected.txt");
        assertThat(Files.readString(expected)).as(expected.toString()).contains(" info ");
      }
    }
  }

  @Test
  void theListIsSortedById() {
    assertThat(INFOS).extracting(RuleInfo::id).isSorted();
  }

  @Test
  void anIdIsTheClassNameInKebabCase() {
    for (Rule rule : Rules.all()) {
      String kebab =
          rule.getClass()
              .getSimpleName()
              .replaceAll("(?<!^)(?=[A-Z])", "-")
              .toLowerCase(Locale.ROOT);
      assertThat(rule.info().id().value()).isEqualTo(kebab);
    }
  }

  @Test
  void noTwoRulesShareAnIdAFormerIdOrATitle() {
    List<RuleId> ids =
        INFOS.stream()
            .flatMap(i -> Stream.concat(Stream.of(i.id()), i.formerIds().stream()))
            .toList();

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(INFOS).extracting(RuleInfo::title).doesNotHaveDuplicates();
  }

  @Test
  void noRuleIsNewerThanThisVersion() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    Matcher own = Pattern.compile("<version>([0-9.]+)").matcher(pom);
    assertThat(own.find()).isTrue();
    assertThat(INFOS).allMatch(i -> i.since().compareTo(SluiceVersion.parse(own.group(1))) <= 0);
  }

  @Test
  void thereAreFixturesForEachEngineOfEachRuleAndForNoOther() throws IOException {
    for (RuleInfo info : INFOS) {
      assertThat(children(RuleFixture.ALL.resolve(info.id().value())))
          .as(info.id().value())
          .isEqualTo(info.engines().stream().map(Dialect::id).collect(Collectors.toSet()));
    }
    assertThat(children(RuleFixture.ALL))
        .isEqualTo(INFOS.stream().map(i -> i.id().value()).collect(Collectors.toSet()));
  }

  private static Set<String> children(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(Files::isDirectory)
          .map(p -> String.valueOf(p.getFileName()))
          .collect(Collectors.toSet());
    }
  }
}
