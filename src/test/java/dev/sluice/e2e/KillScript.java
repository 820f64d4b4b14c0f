package dev.sluice.e2e;

import dev.sluice.e2e.Shop.Engine;

/**
 * What is deployed while we kill: it counts how often it ran, has statements in and outside of
 * transactions, takes its time, and earns a warning, so that the review opens a thread.
 */
final class KillScript {
  static final String PREPARATION =
      """
      create table counter (id integer primary key, n integer not null);
      insert into counter (id, n) values (1, 0);
      """;
  static final int STATEMENTS = 8;
  private static final String ONCE = "update counter set n = n + 1 where id = 1;\n";

  private KillScript() {}

  /**
   * Adds three to the counter.
   *
   * @param number makes the names of what it creates
   */
  static String of(Engine engine, int number) {
    String slow = slow(engine) + ";\n";
    String kept = "create table Kept" + number + " (id integer primary key);\n";
    return ONCE + slow + ONCE + index(engine, number) + kept + slow + ONCE + slow;
  }

  private static String slow(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> "select pg_sleep(0.2)";
      case MYSQL, MARIADB -> "select sleep(0.2)";
      case SQLITE ->
          "with recursive s(i) as (select 1 union all select i + 1 from s where i < 300000)"
              + " select count(i) from s";
    };
  }

  private static String index(Engine engine, int number) {
    String concurrently = engine == Engine.POSTGRESQL ? "concurrently " : "";
    // not the same index again, of which the review would have something to say
    String part = engine == Engine.SQLITE ? " where n > " + number : "";
    return "create index "
        + concurrently
        + "counter_n_"
        + number
        + " on counter (n)"
        + part
        + ";\n";
  }
}
