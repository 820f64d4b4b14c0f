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
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.RenameTable;
import java.util.List;
import java.util.Set;

/** One way to write names: nobody has to quote or guess. */
public final class NameTable implements ActionRule {
  private static final Option<NamePattern> PATTERN =
      Option.pattern(
          "pattern", NamePattern.SNAKE_CASE, Set.of(), "What a table's name matches as a whole");

  private static final RuleInfo INFO =
      new RuleInfo(
              "name-table",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "Names of new tables follow the pattern",
              new Explanation(
                  "CREATE TABLE or RENAME TO with a name that does not match the pattern, snake"
                      + " case by default. Temporary tables are exempt.",
                  "Names in other spellings must be quoted, or are guessed wrong.",
                  "Choose a name that matches."))
          .options(PATTERN)
          .knownAs("bytebase NAMING_TABLE", "atlas NM102");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    NamePattern pattern = scene.option(PATTERN);
    if (action instanceof CreateTable table && !table.temporary()) {
      String name = kept(table.table().name(), table.writtenName(), scene);
      return Naming.problem(Message.of("Table"), name, pattern, table.place(), scene).stream()
          .toList();
    }
    if (action instanceof RenameTable rename) {
      String written = Naming.written(rename.newName(), rename.place(), scene);
      String name = kept(rename.newName(), written, scene);
      return Naming.problem(Message.of("Table"), name, pattern, rename.place(), scene).stream()
          .toList();
    }
    return List.of();
  }

  /** On MySQL a table in capitals is another one than in small letters, on most servers. */
  private static String kept(String folded, String written, Scene scene) {
    return switch (scene.dialect()) {
      case POSTGRESQL, SQLITE -> Naming.kept(folded, written);
      case MYSQL, MARIADB -> written;
    };
  }
}
