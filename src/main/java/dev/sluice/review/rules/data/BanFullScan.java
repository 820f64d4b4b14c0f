package dev.sluice.review.rules.data;

import dev.sluice.language.Message;
import dev.sluice.probe.Answer;
import dev.sluice.review.Severity;
import dev.sluice.review.impact.TableSize;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.query.Queries;
import java.util.List;
import java.util.Optional;

/** Without an index every row is read, and on InnoDB locked. */
public final class BanFullScan implements StatementRule {
  /** Who changes more than one row in so many has to read them all. */
  private static final long FEW = 10;

  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-full-scan",
          Severity.WARNING,
          RuleInfo.ALL_ENGINES,
          "UPDATE and DELETE find few rows of a large table by an index",
          new Explanation(
              "UPDATE or DELETE whose plan on the target reads every row of a large table"
                  + " although it changes less than a tenth of them.",
              "The statement takes as long as the table is big; MySQL and MariaDB lock every row"
                  + " that they read.",
              "Make an index for the condition first, or name the rows by their key."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Optional<Change> change =
        Change.of(scene.statement())
            .filter(c -> c.restricted() && c.kind() != Change.Kind.INSERT)
            .filter(c -> isLarge(scene.size(c.table())));
    return change.stream()
        .flatMap(
            c ->
                scene.affected().stream()
                    .filter(a -> scans(a, c.table(), scene) && isFew(a, scene.size(c.table())))
                    .map(a -> Problem.at(c.place(), message(c, a, scene))))
        .toList();
  }

  private static boolean isLarge(TableSize size) {
    return size.known() && size.large();
  }

  private static boolean isFew(Answer.Affected affected, TableSize size) {
    return size.rows().isPresent() && affected.rows() < size.rows().getAsLong() / FEW;
  }

  /** Plans name tables as the query does. */
  private static boolean scans(Answer.Affected affected, ObjectName table, Scene scene) {
    return Queries.tables(scene.statement(), scene.dialect()).stream()
        .filter(t -> t.table().equals(table))
        .anyMatch(
            t ->
                affected.scanned().stream()
                    .map(
                        s ->
                            scene.dialect() == Dialect.POSTGRESQL
                                ? s
                                : scene.dialect().fold(s, false))
                    .anyMatch(
                        s -> s.equals(table.name()) || t.alias().filter(s::equals).isPresent()));
  }

  private static Message message(Change change, Answer.Affected affected, Scene scene) {
    return Message.of(
        "%s and reads every row of %s to find them",
        change.of(affected), scene.sized(change.table()));
  }
}
