package dev.sluice.review.rules.naming;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NamePattern;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.RenameColumn;
import dev.sluice.sql.ColumnDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One way to write names: nobody has to quote or guess. */
public final class NameColumn implements ActionRule {
  private static final Option<NamePattern> PATTERN =
      Option.pattern(
          "pattern", NamePattern.SNAKE_CASE, Set.of(), "What a column's name matches as a whole");

  private static final RuleInfo INFO =
      new RuleInfo(
              "name-column",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "Names of new columns follow the pattern",
              new Explanation(
                  "A new or renamed column whose name does not match the pattern, snake case by"
                      + " default. Temporary tables are exempt.",
                  "Names in other spellings must be quoted, or are guessed wrong.",
                  "Choose a name that matches."))
          .options(PATTERN)
          .knownAs("bytebase NAMING_COLUMN", "atlas NM103");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    NamePattern pattern = scene.option(PATTERN);
    if (action instanceof RenameColumn rename) {
      String written = Naming.written(rename.newName(), rename.place(), scene);
      String name = Naming.kept(rename.newName(), written);
      return Naming.problem(Message.of("Column"), name, pattern, rename.place(), scene).stream()
          .toList();
    }
    return columns(action).stream().flatMap(c -> problem(c, pattern, scene).stream()).toList();
  }

  private static List<ColumnDefinition> columns(Action action) {
    if (action instanceof CreateTable table && !table.temporary()) {
      return table.columns();
    }
    return action instanceof AddColumn add ? List.of(add.column()) : List.of();
  }

  private static Optional<Problem> problem(
      ColumnDefinition column, NamePattern pattern, Scene scene) {
    String name = Naming.kept(column.name(), column.writtenName());
    return Naming.problem(Message.of("Column"), name, pattern, column.place(), scene);
  }
}
