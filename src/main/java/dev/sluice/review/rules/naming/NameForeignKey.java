package dev.sluice.review.rules.naming;

import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NamePattern;
import dev.sluice.review.rule.NewForeignKey;
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

/** Names of foreign keys that say from where to where. */
public final class NameForeignKey implements ActionRule {
  private static final Option<NamePattern> PATTERN =
      Option.pattern(
          "pattern",
          "fk_{{referencing_table}}_{{referencing_column}}_{{referenced_table}}_{{referenced_column}}",
          Set.of(
              "referencing_table", "referencing_column", "referenced_table", "referenced_column"),
          "What a foreign key is called");

  private static final RuleInfo INFO =
      new RuleInfo(
              "name-foreign-key",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Names of foreign keys follow the pattern",
              new Explanation(
                  "A foreign key whose written name does not match the pattern; several columns"
                      + " stand with _ between them. Names that the engine makes up are exempt.",
                  "Nobody can tell from an error message which reference is meant.",
                  "Choose a name that matches."))
          .options(PATTERN)
          .knownAs("bytebase NAMING_INDEX_FK", "atlas NM105");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return NewForeignKey.of(action).stream().flatMap(k -> problem(k, scene).stream()).toList();
  }

  private static Optional<Problem> problem(NewForeignKey foreign, Scene scene) {
    NamePattern pattern = scene.option(PATTERN);
    Map<String, String> values =
        Map.of(
            "referencing_table", foreign.table().name(),
            "referencing_column", String.join("_", foreign.key().columns()),
            "referenced_table", foreign.key().referencedTable().name(),
            "referenced_column", String.join("_", foreign.key().referencedColumns()));
    return foreign
        .key()
        .name()
        .filter(n -> !pattern.matches(n, values))
        .map(n -> problem(foreign, n, pattern, values, scene));
  }

  private static Problem problem(
      NewForeignKey foreign,
      String name,
      NamePattern pattern,
      Map<String, String> values,
      Scene scene) {
    Optional<Replacement> better =
        pattern
            .only(values)
            .filter(n -> !foreign.key().referencedColumns().isEmpty())
            .flatMap(b -> Rewording.ofName(scene.statement(), foreign.key().place(), name, b));
    return Problem.at(
            better.map(Replacement::place).orElse(foreign.key().place()),
            "Foreign key %s does not match %s",
            name,
            pattern.shown(values))
        .withReplacement(better);
  }
}
