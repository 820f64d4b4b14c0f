package dev.sluice.deploy.executor;

import java.util.List;

/**
 * Where our tables are in a target, and how its SQL writes them.
 *
 * @param history one row per script and rollout
 * @param statement one row per statement and rollout
 * @param change the name of that column, ready for SQL
 * @param present a query with one row when the tables are there
 * @param create the statements that make them
 * @param instant how a parameter with an ISO instant is written
 */
record MetaSchema(
    String history,
    String statement,
    String change,
    String present,
    List<String> create,
    String instant,
    Upsert upsert) {
  private static final String HISTORY =
      """
      create table %s (
        rollout bigint not null,
        path %s not null,
        kind text not null,
        version text not null,
        description text not null,
        sha256 text not null,
        %s text not null,
        digest text not null,
        merge_commit text not null,
        status text not null,
        applied_at %s not null,
        duration_ms bigint not null,
        applied_by text not null,
        fence_token bigint not null,
        primary key (rollout, path))\
      """;
  private static final String STATEMENT =
      """
      create table %s (
        rollout bigint not null,
        seq bigint not null,
        path text not null,
        sha256 text not null,
        state text not null,
        trace_before text,
        started_at %s not null,
        ended_at %2$s,
        row_count bigint,
        error text,
        primary key (rollout, seq))\
      """;

  /** One row per statement and rollout that runs in batches; made when it is needed. */
  String batch() {
    return statement.replace("statement", "batch");
  }

  /** What stands behind the columns of a table that is made later. */
  String tableOptions() {
    return upsert == Upsert.ON_DUPLICATE_KEY ? INNODB : "";
  }

  static final MetaSchema POSTGRESQL =
      new MetaSchema(
          "sluice.history",
          "sluice.statement",
          "change",
          "select 1 where to_regclass('sluice.history') is not null"
              + " and to_regclass('sluice.statement') is not null",
          List.of(
              "create schema if not exists sluice",
              HISTORY.formatted("sluice.history", "text", "change", "timestamptz"),
              STATEMENT.formatted("sluice.statement", "timestamptz")),
          "cast(? as timestamptz)",
          Upsert.ON_CONFLICT);
  static final MetaSchema SQLITE =
      new MetaSchema(
          "_sluice_history",
          "_sluice_statement",
          "change",
          "select 1 from sqlite_master where name = '_sluice_statement'",
          List.of(
              HISTORY.formatted("_sluice_history", "text", "change", "text"),
              STATEMENT.formatted("_sluice_statement", "text")),
          "?",
          Upsert.ON_CONFLICT);

  private static final String INNODB = " engine InnoDB default charset utf8mb4 collate utf8mb4_bin";

  /**
   * In the target's own database: what is dumped, restored or moved keeps its history, and no
   * privilege is needed beyond those of a deployment. Each CREATE commits by itself, so that half
   * of them may be there.
   */
  static final MetaSchema MYSQL =
      new MetaSchema(
          "_sluice_history",
          "_sluice_statement",
          "`change`",
          "select 1 from information_schema.tables where table_schema = database()"
              + " and table_name = '_sluice_statement'",
          List.of(
              HISTORY.formatted(
                      "if not exists _sluice_history", "varchar(700)", "`change`", "varchar(40)")
                  + INNODB,
              STATEMENT.formatted("if not exists _sluice_statement", "varchar(40)") + INNODB),
          "?",
          Upsert.ON_DUPLICATE_KEY);
}
