package dev.sluice.deploy.executor;

import java.util.List;

/**
 * Where our tables are in a target.
 *
 * @param history one row per script and rollout
 * @param statement one row per statement and rollout
 * @param present a query with one row when the tables are there
 * @param create the statements that make them
 * @param instant how a parameter with an ISO instant is written
 */
record MetaSchema(
    String history, String statement, String present, List<String> create, String instant) {
  private static final String HISTORY =
      """
      create table %s (
        rollout bigint not null,
        path text not null,
        kind text not null,
        version text not null,
        description text not null,
        sha256 text not null,
        change text not null,
        digest text not null,
        merge_commit text not null,
        status text not null,
        applied_at %s not null,
        duration_ms bigint not null,
        applied_by text not null,
        fence_token bigint not null,
        primary key (rollout, path))""";
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
        primary key (rollout, seq))""";

  static final MetaSchema POSTGRESQL =
      new MetaSchema(
          "sluice.history",
          "sluice.statement",
          "select 1 where to_regclass('sluice.history') is not null"
              + " and to_regclass('sluice.statement') is not null",
          List.of(
              "create schema if not exists sluice",
              HISTORY.formatted("sluice.history", "timestamptz"),
              STATEMENT.formatted("sluice.statement", "timestamptz")),
          "cast(? as timestamptz)");
  static final MetaSchema SQLITE =
      new MetaSchema(
          "_sluice_history",
          "_sluice_statement",
          "select 1 from sqlite_master where name = '_sluice_statement'",
          List.of(
              HISTORY.formatted("_sluice_history", "text"),
              STATEMENT.formatted("_sluice_statement", "text")),
          "?");
}
