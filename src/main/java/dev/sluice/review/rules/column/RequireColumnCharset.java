package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import java.util.Optional;
import java.util.Set;

/** What texts are stored in, said at each column. */
public final class RequireColumnCharset extends NewColumnRule {
  private static final Option<Boolean> CHARSET =
      Option.yesNo("charset", true, "Whether the character set must be written");
  private static final Option<Boolean> COLLATION =
      Option.yesNo("collation", false, "Whether the collation must be written too");

  private static final RuleInfo INFO =
      new RuleInfo(
              "require-column-charset",
              Severity.OFF,
              RuleInfo.MYSQL_FAMILY,
              "Columns of text say their character set",
              new Explanation(
                  "A new column of text without CHARACTER SET, or without COLLATE where that is"
                      + " asked for. Temporary tables are exempt.",
                  "What the table or the server happens to have decides, and it differs between"
                      + " servers.",
                  "Write CHARACTER SET utf8mb4 behind the type."))
          .options(CHARSET, COLLATION)
          .knownAs("bytebase COLUMN_REQUIRE_CHARSET", "bytebase COLUMN_REQUIRE_COLLATION");

  private static final Set<String> TEXTS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");

  public RequireColumnCharset() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    if (!TEXTS.contains(column.definition().type().name())) {
      return Optional.empty();
    }
    boolean charset =
        column.words().contains("CHARACTER", "SET") || column.words().contains("CHARSET");
    if (scene.option(CHARSET) && !charset) {
      return Optional.of(
          Problem.at(column.place(), "Column %s names no character set", column.shown()));
    }
    return scene.option(COLLATION) && !column.words().contains("COLLATE")
        ? Optional.of(Problem.at(column.place(), "Column %s names no collation", column.shown()))
        : Optional.empty();
  }
}
