package dev.sluice.review.rules.table;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.CreateTable.Origin;
import java.util.List;

/** Scripts that mean the same on every server. */
public final class RequireWrittenCharset implements ActionRule {
  private static final Option<Boolean> COLLATION =
      Option.yesNo("collation", false, "Whether the collation must be written too");

  private static final RuleInfo INFO =
      new RuleInfo(
              "require-written-charset",
              Severity.OFF,
              RuleInfo.MYSQL_FAMILY,
              "New tables say their character set",
              new Explanation(
                  "CREATE TABLE without CHARACTER SET, or without COLLATE where that is asked for."
                      + " Temporary tables and copies are exempt.",
                  "The default differs between servers and versions, and so do the tables that a"
                      + " script makes.",
                  "Write DEFAULT CHARSET=utf8mb4 behind the columns."))
          .options(COLLATION)
          .knownAs("bytebase TABLE_REQUIRE_CHARSET", "bytebase TABLE_REQUIRE_COLLATION");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (!(action instanceof CreateTable table)
        || table.temporary()
        || table.origin() == Origin.LIKE) {
      return List.of();
    }
    List<Charset> named = Charset.in(action, scene);
    boolean charset = named.stream().anyMatch(c -> !c.collation());
    boolean collation = named.stream().anyMatch(Charset::collation);
    if (!charset) {
      return List.of(Problem.at(table.place(), "Table %s names no character set", table.table()));
    }
    return !collation && scene.option(COLLATION)
        ? List.of(Problem.at(table.place(), "Table %s names no collation", table.table()))
        : List.of();
  }
}
