package dev.sluice.review.rules.key;

import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Index;
import dev.sluice.catalog.Table;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewForeignKey;
import dev.sluice.review.rule.NewIndex;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** MySQL makes such an index by itself; PostgreSQL and SQLite do not. */
public final class RequireForeignKeyIndex implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-foreign-key-index",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL, Dialect.SQLITE),
              "A foreign key has an index on its own side",
              new Explanation(
                  "A foreign key whose columns begin no index of its table, now or by the end of"
                      + " the script. Partial indexes do not count.",
                  "Each DELETE and each change of a key in the referenced table reads the whole"
                      + " referencing one, under a lock.",
                  "Create an index on the foreign key's columns."))
          .infoOnSmallTables()
          .formerly("fk-missing-index")
          .knownAs("strong_migrations add_reference");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return NewForeignKey.of(action).stream()
        .filter(key -> known(action, key, scene))
        .filter(key -> indexes(action, key, scene).noneMatch(i -> helps(i, key)))
        .map(key -> problem(key, scene))
        .toList();
  }

  private static boolean known(Action action, NewForeignKey key, Scene scene) {
    return action instanceof Action.CreateTable || scene.table(key.table()).isPresent();
  }

  private static Stream<List<String>> indexes(Action action, NewForeignKey key, Scene scene) {
    Stream<Action> later =
        Stream.concat(
            scene.statement().actions().stream(), scene.script().after(scene.statement()));
    Stream<List<String>> brought =
        Stream.concat(Stream.of(action), later)
            .flatMap(a -> NewIndex.of(a).stream())
            .filter(i -> i.table().equals(key.table()) && i.where().isEmpty())
            .map(NewIndex::columns);
    return Stream.concat(
        brought, scene.table(key.table()).stream().flatMap(RequireForeignKeyIndex::of));
  }

  private static Stream<List<String>> of(Table table) {
    return Stream.concat(
        table.indexes().stream().filter(i -> i.where().isEmpty()).map(Index::columns),
        table.constraints().stream()
            .filter(
                c -> c.kind() == Constraint.Kind.PRIMARY_KEY || c.kind() == Constraint.Kind.UNIQUE)
            .map(Constraint::columns));
  }

  /** Equality asks for all of them, so their order does not matter. */
  private static boolean helps(List<String> index, NewForeignKey key) {
    int size = key.key().columns().size();
    return index.size() >= size
        && new HashSet<>(index.subList(0, size)).equals(new HashSet<>(key.key().columns()));
  }

  private static Problem problem(NewForeignKey key, Scene scene) {
    boolean online = scene.table(key.table()).isPresent() && !scene.isNewAndEmpty(key.table());
    String name = scene.dialect() == Dialect.SQLITE ? "… " : online ? "CONCURRENTLY " : "";
    String columns = String.join(", ", key.key().columns());
    Problem problem =
        Problem.at(key.key().place(), "%s has no index in %s", key.shown(), key.table())
            .withRemedy("Add CREATE INDEX %sON %s (%s).", name, key.table(), columns);
    return online ? problem.sized(scene.size(key.table())) : problem;
  }
}
