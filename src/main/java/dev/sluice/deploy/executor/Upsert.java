package dev.sluice.deploy.executor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an INSERT takes the place of a row that is there. */
enum Upsert {
  /** PostgreSQL and SQLite. */
  ON_CONFLICT("on conflict (%s) do update set ", "excluded.%s", "known.%s") {
    @Override
    String into(String table) {
      return "insert into " + table + " as known";
    }
  },
  /** MySQL and MariaDB; both know VALUES(), the row alias only MySQL since 8.0.19. */
  ON_DUPLICATE_KEY("on duplicate key update ", "values(%s)", "%s") {
    @Override
    String into(String table) {
      return "insert into " + table;
    }
  };

  private final String head;
  private final String fresh;
  private final String known;

  Upsert(String head, String fresh, String known) {
    this.head = head;
    this.fresh = fresh;
    this.known = known;
  }

  abstract String into(String table);

  /**
   * The end of the INSERT.
   *
   * @param keys the primary key's columns
   * @param replaced columns that take the new value
   * @param kept columns that take it only when it is not null
   */
  String replace(String keys, List<String> replaced, List<String> kept) {
    Stream<String> all =
        Stream.concat(
            replaced.stream().map(c -> c + " = " + fresh.formatted(c)),
            kept.stream()
                .map(
                    c ->
                        "%s = coalesce(%s, %s)"
                            .formatted(c, fresh.formatted(c), known.formatted(c))));
    return head.formatted(keys) + all.collect(Collectors.joining(", "));
  }
}
