package dev.sluice.review.rules.naming;

import dev.sluice.language.Message;
import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NamePattern;
import dev.sluice.review.rule.NewIndex;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of indexes and keys that say what they are. */
public final class NameIndex implements ActionRule {
  private static final Set<String> PLACEHOLDERS = Set.of("table", "column_list");
  private static final Option<NamePattern> PATTERN =
      Option.pattern(
          "pattern", "idx_{{table}}_{{column_list}}", PLACEHOLDERS, "What a plain index is called");
  private static final Option<NamePattern> UNIQUE =
      Option.pattern(
          "unique",
          "uk_{{table}}_{{column_list}}",
          PLACEHOLDERS,
          "What a unique index or key is called");
  private static final Option<NamePattern> PRIMARY =
      Option.pattern(
          "primary", "pk_{{table}}|{{table}}_pkey", PLACEHOLDERS, "What a primary key is called");

  private static final RuleInfo INFO =
      new RuleInfo(
              "name-index",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Names of indexes and keys follow the pattern",
              new Explanation(
                  "An index or key whose written name does not match the pattern of its kind;"
                      + " {{column_list}} is its columns with _ between them. Expressions, and"
                      + " names that the engine makes up, are exempt.",
                  "Nobody can tell from an error message or a plan what the index is of.",
                  "Choose a name that matches."))
          .options(PATTERN, UNIQUE, PRIMARY)
          .knownAs(
              "bytebase NAMING_INDEX_IDX",
              "bytebase NAMING_INDEX_UK",
              "bytebase NAMING_INDEX_PK",
              "atlas NM104");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return NewIndex.of(action).stream().flatMap(i -> problem(i, scene).stream()).toList();
  }

  private static Optional<Problem> problem(NewIndex index, Scene scene) {
    boolean plain = index.columns().stream().allMatch(c -> c.matches("\\w+"));
    Map<String, String> values =
        Map.of("table", index.table().name(), "column_list", String.join("_", index.columns()));
    NamePattern pattern = scene.option(option(index));
    return index
        .name()
        .filter(n -> plain && !pattern.matches(n, values))
        .map(n -> problem(index, n, pattern, values, scene));
  }

  private static Option<NamePattern> option(NewIndex index) {
    return switch (index.kind()) {
      case PLAIN -> PATTERN;
      case UNIQUE -> UNIQUE;
      case PRIMARY -> PRIMARY;
    };
  }

  private static Problem problem(
      NewIndex index, String name, NamePattern pattern, Map<String, String> values, Scene scene) {
    Optional<Replacement> better =
        pattern
            .only(values)
            .flatMap(b -> Rewording.ofName(scene.statement(), index.place(), name, b));
    Message what = index.kind().title();
    return Problem.at(
            better.map(Replacement::place).orElse(index.place()),
            "%s %s does not match %s",
            what,
            name,
            pattern.shown(values))
        .withReplacement(better);
  }
}
