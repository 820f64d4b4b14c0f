package dev.sluice.review.rules.lock;

import dev.sluice.catalog.Index;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.CreateIndex;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import java.util.Optional;
import java.util.Set;

/** IF NOT EXISTS looks at names only: the wreck of a failed build passes for the index. */
public final class BanInvalidIndex extends RuleFor<CreateIndex> {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-invalid-index",
          Severity.ERROR,
          Set.of(Dialect.POSTGRESQL),
          "IF NOT EXISTS does not keep an INVALID index",
          new Explanation(
              "CREATE INDEX IF NOT EXISTS where an INVALID index of that name is left of a CREATE"
                  + " INDEX CONCURRENTLY that failed.",
              "The statement succeeds and does nothing: queries do not use the index, and a unique"
                  + " one guards nothing, while every write still pays for it.",
              "DROP INDEX CONCURRENTLY IF EXISTS before it."));

  public BanInvalidIndex() {
    super(CreateIndex.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(CreateIndex create, Scene scene) {
    return create
        .name()
        .filter(n -> create.ifNotExists())
        .filter(n -> isInvalid(n, scene))
        .map(n -> problem(n, create, scene));
  }

  private static boolean isInvalid(ObjectName index, Scene scene) {
    Optional<Table> table = scene.catalog().tableOfIndex(index);
    return table
        .flatMap(t -> t.index(index.name()))
        .filter(i -> !i.valid())
        .map(Index::name)
        .isPresent();
  }

  private static Problem problem(ObjectName name, CreateIndex create, Scene scene) {
    Message message =
        Message.of("An INVALID index %s is there already and would stay as it is", name);
    Place place = scene.statement().place();
    Problem problem = Problem.at(create.place(), message);
    return create.concurrently()
        ? problem.withReplacement(
            Optional.of(
                new Replacement(
                    place,
                    "DROP INDEX CONCURRENTLY IF EXISTS "
                        + name
                        + ";\n"
                        + scene.statement().text())))
        : problem;
  }
}
