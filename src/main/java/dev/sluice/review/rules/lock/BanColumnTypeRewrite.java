package dev.sluice.review.rules.lock;

import dev.sluice.catalog.Column;
import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.impact.Work;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.AlterColumnType;
import dev.sluice.sql.Dialect;
import java.util.Optional;
import java.util.Set;

/** Most type changes write the table anew while everybody waits. */
public final class BanColumnTypeRewrite extends RuleFor<AlterColumnType> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-column-type-rewrite",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL),
              "Type changes leave the stored rows as they are",
              new Explanation(
                  "ALTER COLUMN TYPE that is not binary compatible, or that has a CHECK to try"
                      + " again. Longer varchar, varchar to text, more digits of numeric with the"
                      + " same scale and cidr to inet are instant. Without the schema the old type"
                      + " is unknown: a warning.",
                  "The ACCESS EXCLUSIVE lock blocks reads and writes while the table and its"
                      + " indexes are written anew.",
                  "Add a column of the new type, fill it in batches and keep both in step with a"
                      + " trigger, switch the code, drop the old column later."))
          .infoOnSmallTables()
          .formerly("pg-column-type-rewrite")
          .knownAs("squawk changing-column-type", "strong_migrations change_column", "atlas PG301");

  public BanColumnTypeRewrite() {
    super(AlterColumnType.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(AlterColumnType alter, Scene scene) {
    Work work = scene.impact(alter).work();
    if (!work.growsWithTable() || scene.isNew(alter.table())) {
      return Optional.empty();
    }
    Optional<Column> column = scene.table(alter.table()).flatMap(t -> t.column(alter.column()));
    Message change = change(alter, column);
    Message table = scene.sized(alter.table());
    Message message =
        column.isEmpty()
            ? unsure(change, table, work)
            : work == Work.REWRITE
                ? Message.of("Changing %s writes all of %s anew", change, table)
                : Message.of("Changing %s reads all of %s", change, table);
    Problem problem = Problem.at(alter.place(), message).sized(scene.size(alter.table()));
    return Optional.of(column.isPresent() ? problem : problem.as(Severity.WARNING));
  }

  private static Message unsure(Message change, Message table, Work work) {
    return work == Work.REWRITE
        ? Message.of("Changing %s may write all of %s anew", change, table)
        : Message.of("Changing %s may write all of %s", change, table);
  }

  private static Message change(AlterColumnType alter, Optional<Column> column) {
    if (column.filter(c -> c.type().equals(alter.type())).isPresent()) {
      return Message.of("%s by USING %s", alter.column(), alter.using().orElse(""));
    }
    return column
        .map(c -> Message.of("%s from %s to %s", alter.column(), c.type(), alter.type()))
        .orElseGet(() -> Message.of("%s to %s", alter.column(), alter.type()));
  }
}
