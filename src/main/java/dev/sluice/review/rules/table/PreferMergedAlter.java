package dev.sluice.review.rules.table;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One lock instead of several. */
public final class PreferMergedAlter implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "prefer-merged-alter",
              Severity.OFF,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Changes of a table stand in one statement",
              new Explanation(
                  "An ALTER TABLE right behind another one of the same table. Validation of a constraint stands for itself; so do, on MySQL and MariaDB, changes of unlike kinds.",
                  "The table is locked, and where it is rebuilt, rebuilt once more.",
                  "Put the clauses into one ALTER TABLE, with commas."))
          .inStrict(Severity.INFO)
          .formerly("merge-alter-statements")
          .knownAs("bytebase STATEMENT_MERGE_ALTER_TABLE");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Statement own = scene.statement();
    return scene.script().statementsBefore(own).stream()
        .filter(s -> s.number() == own.number() - 1)
        .filter(s -> isPlain(s) && isPlain(own))
        .filter(s -> sameTable(s, own))
        .filter(s -> mergeable(s, own, scene))
        .map(s -> Problem.at(own.place(), "The statement before changes the same table"))
        .toList();
  }

  private static boolean isPlain(Statement statement) {
    Stretch words = Stretch.of(statement);
    return words.at(0, "ALTER", "TABLE")
        && !words.contains("VALIDATE")
        && !words.contains("NOT", "VALID")
        && !words.contains("RENAME");
  }

  private static boolean sameTable(Statement one, Statement other) {
    Optional<ObjectName> table = Touched.definition(one.actions().get(0));
    return table.isPresent() && table.equals(Touched.definition(other.actions().get(0)));
  }

  /** On MySQL a clause that is over in an instant is not, beside one that is not. */
  private static boolean mergeable(Statement one, Statement other, Scene scene) {
    return scene.dialect() == Dialect.POSTGRESQL || kinds(one).equals(kinds(other));
  }

  private static Set<Class<?>> kinds(Statement statement) {
    return statement.actions().stream().map(Action::getClass).collect(Collectors.toSet());
  }
}
