package dev.sluice.review.rules.key;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Table;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewForeignKey;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.DataType;
import dev.sluice.sql.Dialect;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A foreign key that the server refuses, or that compares unlike types for ever. */
public final class RequireMatchingForeignKey implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-matching-foreign-key",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "A foreign key fits what it refers to",
              new Explanation(
                  "A foreign key whose column has another type than the one it refers to, or that"
                      + " refers to columns which no primary or unique key holds. Lengths of texts"
                      + " may differ.",
                  "The server refuses it; where it does not, each check converts, and values of the"
                      + " wider type cannot be referred to.",
                  "Give both columns the same type; refer to a key."))
          .formerly("fk-type-mismatch", "fk-parent-not-unique");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return NewForeignKey.of(action).stream()
        .flatMap(key -> problem(action, key, scene).stream())
        .toList();
  }

  private static Optional<Problem> problem(Action action, NewForeignKey key, Scene scene) {
    Table own = scene.catalog().after(action).table(key.table()).orElse(null);
    Table other = scene.catalog().after(action).table(key.key().referencedTable()).orElse(null);
    if (own == null || other == null || other.columns().isEmpty()) {
      return Optional.empty();
    }
    List<String> referenced = referenced(key, other);
    if (referenced.size() != key.key().columns().size()) {
      return Optional.empty();
    }
    return Stream.iterate(0, i -> i < referenced.size(), i -> i + 1)
        .flatMap(i -> mismatch(key, own, i, other, referenced.get(i), scene).stream())
        .findFirst()
        .or(() -> noKey(key, other, referenced, scene));
  }

  private static List<String> referenced(NewForeignKey key, Table other) {
    return key.key().referencedColumns().isEmpty()
        ? other.primaryKey().map(Constraint::columns).orElse(List.of())
        : key.key().referencedColumns();
  }

  private static Optional<Problem> mismatch(
      NewForeignKey key, Table own, int at, Table other, String referenced, Scene scene) {
    Optional<Column> from = own.column(key.key().columns().get(at));
    Optional<Column> to = other.column(referenced);
    boolean fits =
        from.isEmpty() || to.isEmpty() || fit(from.get().type(), to.get().type(), scene.dialect());
    if (fits) {
      return Optional.empty();
    }
    Problem problem =
        Problem.at(
            key.key().place(),
            "Column %s.%s is %s, but %s.%s is %s",
            key.table(),
            from.get().name(),
            from.get().type(),
            key.key().referencedTable(),
            to.get().name(),
            to.get().type());
    return Optional.of(
        scene.dialect() == Dialect.POSTGRESQL ? problem.as(Severity.WARNING) : problem);
  }

  private static boolean fit(DataType one, DataType other, Dialect dialect) {
    boolean texts = isText(one) && isText(other);
    boolean named = one.name().equals(other.name());
    return texts || (dialect == Dialect.POSTGRESQL ? named : named && one.equals(other));
  }

  private static boolean isText(DataType type) {
    return type.name().contains("char") || type.name().equals("text");
  }

  private static Optional<Problem> noKey(
      NewForeignKey key, Table other, List<String> referenced, Scene scene) {
    Set<String> columns = new HashSet<>(referenced);
    boolean unique =
        other.indexes().stream()
                .filter(i -> i.unique() && i.where().isEmpty())
                .anyMatch(i -> columns.equals(new HashSet<>(i.columns())))
            || other.constraints().stream()
                .filter(c -> c.kind() != Constraint.Kind.FOREIGN_KEY)
                .anyMatch(c -> columns.equals(new HashSet<>(c.columns())));
    boolean complete = scene.catalog().read() || scene.isNew(key.key().referencedTable());
    return unique || !complete
        ? Optional.empty()
        : Optional.of(
            Problem.at(
                key.key().place(),
                "No key of %s holds (%s)",
                key.key().referencedTable(),
                String.join(", ", referenced)));
  }
}
