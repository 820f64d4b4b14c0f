package dev.sluice.review.rules.lock;

import dev.sluice.language.Message;
import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.impact.Work;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rules.loss.BanUnloggedTable;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What writes a whole table anew while everybody waits, but for defaults and types. */
public final class BanTableRewrite implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-table-rewrite",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL),
              "Existing tables are not written anew",
              new Explanation(
                  "VACUUM FULL, CLUSTER, SET LOGGED, SET UNLOGGED, SET ACCESS METHOD, SET"
                      + " TABLESPACE, SET EXPRESSION, and ADD COLUMN with SERIAL, IDENTITY or"
                      + " GENERATED … STORED, on a table that was there before the change.",
                  "The ACCESS EXCLUSIVE lock blocks reads and writes while the whole table and its"
                      + " indexes are written anew.",
                  "Plan a window for it, or build a second table, keep both in step with a trigger,"
                      + " and swap their names."))
          .infoOnSmallTables()
          .knownAs(
              "squawk prefer-repack",
              "strong_migrations add_column_auto_incrementing",
              "strong_migrations add_column_generated_stored",
              "atlas PG307",
              "atlas PG309",
              "atlas PG310",
              "atlas PG311");
  private static final Set<String> VACUUM_AND_CLUSTER = Set.of("VACUUM", "CLUSTER");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (action instanceof AddColumn add) {
      return NewColumnCost.of(add, scene) == NewColumnCost.GENERATION
          ? List.of(newColumn(add, scene))
          : List.of();
    }
    boolean rewrites =
        action instanceof OtherDdl ddl
            && !ddl.verb().equals("REFRESH")
            && scene.impact(ddl).work() == Work.REWRITE
            && ddl.name().filter(scene::isNew).isEmpty()
            && !BanUnloggedTable.tellsMore(ddl, scene);
    return rewrites ? List.of(statement((OtherDdl) action, scene)) : List.of();
  }

  private static Problem statement(OtherDdl ddl, Scene scene) {
    boolean compacts = VACUUM_AND_CLUSTER.contains(ddl.verb());
    String what = compacts ? ddl.verb() : ddl.detail().clause();
    String named = compacts && ddl.detail().has("FULL") ? what + " FULL" : what;
    Message where =
        ddl.name()
            .map(t -> Message.of("all of %s", scene.sized(t)))
            .orElseGet(() -> Message.of("every table"));
    Problem problem =
        Problem.at(ddl.place(), "%s writes %s anew while all others wait", named, where);
    boolean unlogged = what.equals("SET UNLOGGED");
    Problem advised =
        unlogged
            ? problem.withEffect(
                Message.of(
                    "The ACCESS EXCLUSIVE lock blocks reads and writes while the whole table and its"
                        + " indexes are written anew; from then on a crash empties the table, and replicas"
                        + " do not have it."))
            : compacts
                ? problem.withRemedy(
                    "Leave it to autovacuum, or use pg_repack; from PostgreSQL 19 on REPACK"
                        + " (CONCURRENTLY).")
                : problem;
    return ddl.name().map(t -> advised.sized(scene.size(t))).orElse(advised);
  }

  private static Problem newColumn(AddColumn add, Scene scene) {
    boolean stored = add.column().generation() == Generation.STORED;
    String name = add.column().name();
    Message table = scene.sized(add.table());
    Message message =
        stored
            ? Message.of(
                "Stored column %s writes all of %s anew while all others wait", name, table)
            : Message.of(
                "Numbering column %s writes all of %s anew while all others wait", name, table);
    Message remedy =
        stored
            ? Message.of(
                "Add a plain column, keep it with a trigger, and fill it in batches; from"
                    + " PostgreSQL 18 on a VIRTUAL column is instant.")
            : Message.of(
                "Add a plain column, give it DEFAULT nextval() of a new sequence afterwards, and"
                    + " fill the old rows in batches.");
    return Problem.at(add.place(), message)
        .withRemedy(remedy)
        .withReplacement(virtual(add, stored, scene))
        .sized(scene.size(add.table()));
  }

  private static Optional<Replacement> virtual(AddColumn add, boolean stored, Scene scene) {
    boolean known = scene.catalog().version().filter(v -> v.atLeast(18, 0)).isPresent();
    return stored && known
        ? Rewording.ofName(scene.statement(), add.place(), "STORED", "VIRTUAL")
        : Optional.empty();
  }
}
