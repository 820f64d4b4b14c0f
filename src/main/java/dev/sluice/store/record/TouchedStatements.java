package dev.sluice.store.record;

import dev.sluice.change.TargetName;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Which tables the deployments touch, and in which rollouts that came true. */
public final class TouchedStatements {
  private static final String COMMITTED =
      " exists (select 1 from rollout_step s where s.rollout = r.id and s.committed = 1";

  private TouchedStatements() {}

  /**
   * What is asked for.
   *
   * @param databases empty: all
   * @param table with or without its schema, whatever its case
   */
  public record Question(
      Collection<String> databases, Optional<String> table, Optional<TargetName> target) {
    public Question {
      databases = List.copyOf(databases);
    }
  }

  /** In the transaction that records the deployment. */
  public static void save(WriteTx tx, long deployment, Collection<TouchedStatement> statements) {
    PreparedBatch batch =
        tx.handle()
            .prepareBatch(
                "insert into touched_statement (deployment, database, name, kind, path, line)"
                    + " values (:deployment, :database, :table, :kind, :path, :line)"
                    + " on conflict do nothing");
    statements.forEach(s -> batch.bindMethods(s).bind("deployment", deployment).add());
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Rollouts that committed something of this kind, the newest first. */
  public static List<RecordedRollout> rollouts(ReadTx tx, Question question, int limit) {
    String touched =
        " exists (select 1 from touched_statement t where t.deployment = r.deployment"
            + " and t.database = r.database and (lower(t.name) = :table"
            + " or lower(t.name) like :inSchema escape '!') and"
            + COMMITTED
            + " and s.path = t.path and s.line = t.line))";
    Query query =
        tx.handle()
            .createQuery(
                "select r.* from rollout r where"
                    + (question.table().isPresent() ? touched : COMMITTED + ")")
                    + (question.databases().isEmpty() ? "" : " and r.database in (<databases>)")
                    + (question.target().isEmpty() ? "" : " and r.target = :target")
                    + " order by coalesce(r.ended_at, r.started_at) desc, r.id desc limit :limit")
            .bind("limit", limit);
    question.table().map(t -> t.toLowerCase(Locale.ROOT)).ifPresent(t -> name(query, t));
    question.target().ifPresent(t -> query.bind("target", t.toString()));
    if (!question.databases().isEmpty()) {
      query.bindList("databases", List.copyOf(question.databases()));
    }
    return query.map(RolloutRow.MAPPER).list();
  }

  private static void name(Query query, String table) {
    String literal = table.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    query.bind("table", table).bind("inSchema", "%." + literal);
  }

  /** What a rollout committed, in order. */
  public static List<TouchedStatement> of(ReadTx tx, RecordedRollout rollout) {
    return tx.handle()
        .createQuery(
            "select t.* from touched_statement t join rollout r on r.id = :rollout"
                + " where t.deployment = r.deployment and t.database = r.database and"
                + COMMITTED
                + " and s.path = t.path and s.line = t.line) order by t.path, t.line, t.kind")
        .bind("rollout", rollout.id().value())
        .map(
            (row, context) ->
                new TouchedStatement(
                    row.getString("database"),
                    row.getString("name"),
                    row.getString("kind"),
                    row.getString("path"),
                    row.getInt("line")))
        .list();
  }
}
