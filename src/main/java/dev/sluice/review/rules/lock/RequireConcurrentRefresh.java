package dev.sluice.review.rules.lock;

import dev.sluice.catalog.Index;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.impact.TableSize;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.CreateView;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A plain REFRESH keeps readers out as long as the query takes. */
public final class RequireConcurrentRefresh extends RuleFor<OtherDdl> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-concurrent-refresh",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL),
              "Materialized views are refreshed CONCURRENTLY",
              new Explanation(
                  "REFRESH MATERIALIZED VIEW without CONCURRENTLY. WITH NO DATA and views that this"
                      + " script creates are exempt.",
                  "The ACCESS EXCLUSIVE lock blocks every reader of the view while its query runs.",
                  "Use REFRESH MATERIALIZED VIEW CONCURRENTLY: it needs a unique index over plain"
                      + " columns without WHERE."))
          .infoOnSmallTables();

  public RequireConcurrentRefresh() {
    super(OtherDdl.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(OtherDdl ddl, Scene scene) {
    boolean plain = ddl.verb().equals("REFRESH") && ddl.detail().clause().isEmpty();
    return ddl.name().filter(n -> plain && !isNew(n, scene)).map(n -> problem(n, ddl, scene));
  }

  private static boolean isNew(ObjectName view, Scene scene) {
    return scene
        .script()
        .before(scene.statement())
        .anyMatch(a -> a instanceof CreateView create && create.view().equals(view));
  }

  private static Problem problem(ObjectName view, OtherDdl ddl, Scene scene) {
    Optional<Table> stored = scene.catalog().materializedView(view);
    Message message = Message.of("Readers of %s wait until it is filled again", view);
    Problem problem = Problem.at(ddl.place(), message);
    Problem sized =
        stored
            .map(t -> problem.sized(new TableSize(t.size().rows(), t.size().bytes())))
            .orElse(problem);
    return stored.filter(t -> t.indexes().stream().anyMatch(i -> serves(i, t))).isPresent()
        ? sized.withReplacement(Rewording.behindKeyword(scene.statement(), "VIEW", " CONCURRENTLY"))
        : sized;
  }

  /** Whether rows can be told apart by it (manual, REFRESH MATERIALIZED VIEW). */
  private static boolean serves(Index index, Table view) {
    List<String> columns = index.columns();
    return index.unique()
        && index.valid()
        && index.where().isEmpty()
        && columns.stream().allMatch(c -> view.column(c).isPresent());
  }
}
