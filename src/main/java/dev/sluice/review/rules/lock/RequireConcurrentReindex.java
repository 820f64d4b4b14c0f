package dev.sluice.review.rules.lock;

import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A plain REINDEX keeps everybody from the index, and planners look at every index. */
public final class RequireConcurrentReindex extends RuleFor<OtherDdl> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-concurrent-reindex",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL),
              "Indexes are rebuilt CONCURRENTLY",
              new Explanation(
                  "REINDEX without CONCURRENTLY, from PostgreSQL 12 on. New and temporary tables"
                      + " and REINDEX SYSTEM, which cannot do it, are exempt.",
                  "Writers wait for the whole build, and so do nearly all readers: the planner"
                      + " locks every index of a table, also the one that is being built.",
                  "Use REINDEX … CONCURRENTLY: Sluice runs it by itself, outside a transaction."))
          .infoOnSmallTables()
          .knownAs("squawk require-concurrent-reindex");

  public RequireConcurrentReindex() {
    super(OtherDdl.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(OtherDdl ddl, Scene scene) {
    boolean plain = ddl.verb().equals("REINDEX") && !ddl.detail().has("CONCURRENTLY");
    Optional<ObjectName> table = table(ddl, scene);
    boolean exempt =
        ddl.objectType().equals("SYSTEM")
            || !scene.serverAtLeast(12, 0)
            || table.filter(scene::isNew).isPresent();
    return plain && !exempt ? Optional.of(problem(ddl, table, scene)) : Optional.empty();
  }

  private static Optional<ObjectName> table(OtherDdl ddl, Scene scene) {
    return ddl.objectType().equals("INDEX")
        ? ddl.name().flatMap(scene.catalog()::tableOfIndex).map(Table::name)
        : ddl.name().filter(n -> ddl.objectType().equals("TABLE"));
  }

  private static Problem problem(OtherDdl ddl, Optional<ObjectName> table, Scene scene) {
    Message what = Message.text(ddl.objectType().toLowerCase(Locale.ROOT));
    Message named = ddl.name().map(n -> Message.of("%s %s", what, n)).orElse(what);
    Message message =
        table
            .map(
                t ->
                    Message.of(
                        "REINDEX of %s blocks reads and writes of %s while it builds",
                        named, scene.sized(t)))
            .orElseGet(
                () -> Message.of("REINDEX of %s blocks reads and writes while it builds", named));
    Problem problem = Problem.at(ddl.place(), message);
    Problem sized = table.map(t -> problem.sized(scene.size(t))).orElse(problem);
    return scene.script().inOwnTransaction(scene.statement())
        ? sized
        : sized.withReplacement(
            Rewording.behindKeyword(scene.statement(), ddl.objectType(), " CONCURRENTLY"));
  }
}
