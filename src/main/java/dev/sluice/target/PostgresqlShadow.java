package dev.sluice.target;

import dev.sluice.target.Scratch.Definition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rebuilds a schema in a database of its own on a scratch server. Owners, grants and comments are
 * not copied; what cannot be copied is named.
 */
final class PostgresqlShadow {
  private static final String LEFT_BEHIND =
      "select datname from pg_database where datname like 'sluice\\_shadow\\_%'"
          + " and pg_get_userbyid(datdba) = current_user";

  private final Connection original;
  private final ShadowSettings server;
  private final TargetEngine engine;
  private final long now = System.currentTimeMillis();

  PostgresqlShadow(Connection original, ShadowSettings server, TargetEngine engine) {
    this.original = original;
    this.server = server;
    this.engine = engine;
  }

  Shadow make() throws SQLException {
    String name = Scratch.newName(now);
    try (Connection admin = open(Optional.empty())) {
      if (Rows.text(admin, "select rolsuper from pg_roles where rolname = current_user")
          .equals("t")) {
        throw new SQLException(
            "the scratch server's account is a superuser; it must not be one", "28000");
      }
      for (String old : Rows.list(admin, LEFT_BEHIND, r -> r.getString(1))) {
        if (Scratch.leftBehind(old, now)) {
          drop(admin, old);
        }
      }
      Rows.execute(admin, "create database " + name + " template template0 encoding 'UTF8'");
    }
    try {
      return filled(name);
    } catch (SQLException | RuntimeException e) {
      drop(name);
      throw e;
    }
  }

  private Shadow filled(String name) throws SQLException {
    List<Definition> definitions = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    String path = Rows.text(original, "select current_setting('search_path')");
    ReadOnly.transaction(
        original,
        c -> {
          Rows.execute(c, "set local search_path to ''");
          for (String query : PostgresqlDefinitions.ALL) {
            definitions.addAll(
                Rows.plainList(c, query, r -> new Definition(r.getString(1), r.getString(2))));
          }
          return missing.addAll(
              Rows.plainList(c, PostgresqlDefinitions.NOT_COPIED, r -> r.getString(1)));
        });
    Connection connection = open(Optional.of(name));
    try {
      Rows.execute(connection, "set check_function_bodies = off");
      Rows.execute(connection, "set search_path to ''");
      missing.addAll(Scratch.make(connection, definitions));
      Rows.execute(connection, "reset check_function_bodies");
      Rows.list(
          connection, "select set_config('search_path', ?, false)", r -> r.getString(1), path);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
    return new Shadow(
        engine,
        connection,
        missing,
        () -> {
          connection.close();
          drop(name);
        });
  }

  private Connection open(Optional<String> database) throws SQLException {
    return engine.openForDeploy(Scratch.into(server, database), "shadow");
  }

  private void drop(String name) throws SQLException {
    try (Connection admin = open(Optional.empty())) {
      drop(admin, name);
    }
  }

  private static void drop(Connection admin, String name) throws SQLException {
    boolean force =
        Integer.parseInt(Rows.text(admin, "select current_setting('server_version_num')"))
            >= 130_000;
    Rows.execute(admin, "drop database if exists " + name + (force ? " with (force)" : ""));
  }
}
