package dev.sluice.sql.query;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the SET of an UPDATE, or of an upsert, sets. */
public final class Assignments {
  private static final Set<String> EQUALS = Set.of("=", ":=");
  private static final Set<String> ENDS =
      Set.of("FROM", "WHERE", "RETURNING", "ORDER", "LIMIT", "WHEN", "ON");

  private Assignments() {}

  /**
   * One column that gets a value.
   *
   * @param qualifier of the column, folded
   * @param column folded
   * @param name where the column is named
   */
  public record Assignment(Optional<String> qualifier, String column, Place name, Stretch value) {}

  /** The assignments {@code column = value} behind the first outermost SET; not those of lists. */
  public static List<Assignment> in(Stretch action, Dialect dialect) {
    return action
        .clause("SET", ENDS)
        .map(set -> set.items().stream().flatMap(i -> of(i, dialect)).toList())
        .orElse(List.of());
  }

  private static Stream<Assignment> of(Stretch item, Dialect dialect) {
    int equals = item.find(0, EQUALS);
    if (equals < 1 || equals == item.size() - 1 || !item.get(equals - 1).isName()) {
      return Stream.empty();
    }
    Optional<String> qualifier =
        equals > 2 && item.at(equals - 2, ".")
            ? Optional.of(item.get(equals - 3).folded(dialect))
            : Optional.empty();
    return Stream.of(
        new Assignment(
            qualifier,
            item.get(equals - 1).folded(dialect),
            item.range(0, equals).place(),
            item.from(equals + 1)));
  }
}
