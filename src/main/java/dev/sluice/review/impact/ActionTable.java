package dev.sluice.review.impact;

import dev.sluice.catalog.Catalog;
import dev.sluice.sql.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer for every kind of action, written as a table with one row per kind. Java 17 has no
 * switch over types; {@link #complete} makes a forgotten kind fail when the class is loaded.
 */
final class ActionTable<T> {
  private final Map<Class<?>, BiFunction<Action, Catalog, T>> rows = new HashMap<>();

  /** An answer that depends on the action and on the catalog before it. */
  <A extends Action> ActionTable<T> row(Class<A> kind, BiFunction<A, Catalog, T> answer) {
    rows.put(kind, (action, catalog) -> answer.apply(kind.cast(action), catalog));
    return this;
  }

  <A extends Action> ActionTable<T> row(Class<A> kind, Function<A, T> answer) {
    return row(kind, (action, catalog) -> answer.apply(action));
  }

  ActionTable<T> row(T answer, List<Class<? extends Action>> kinds) {
    kinds.forEach(kind -> rows.put(kind, (action, catalog) -> answer));
    return this;
  }

  /** Throws IllegalStateException that names the kinds without a row. */
  ActionTable<T> complete() {
    Set<String> missing =
        kinds(Action.class)
            .filter(kind -> !rows.containsKey(kind))
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());
    if (!missing.isEmpty()) {
      throw new IllegalStateException("no row for " + missing);
    }
    return this;
  }

  /** The records, at whatever depth. */
  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(ActionTable::kinds)
        : Stream.of(type);
  }

  T answer(Action action, Catalog catalog) {
    BiFunction<Action, Catalog, T> row = rows.get(action.getClass());
    if (row == null) {
      throw new IllegalStateException("no row for " + action.getClass());
    }
    return row.apply(action, catalog);
  }
}
