package dev.sluice.deploy.executor;

import dev.sluice.bulk.OnlineSettings;
import dev.sluice.bulk.OnlineTool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Why a table cannot be changed by a tool: gh-ost knows neither triggers nor foreign keys (its
 * documentation, "Requirements and limitations"); pt-online-schema-change needs triggers of its own
 * and must be told what to do about foreign keys that refer to the table.
 */
record OnlineHindrances(Connection connection, OnlineSettings settings) {

  Optional<String> of(String database, String table) throws SQLException {
    if (!there(
        "information_schema.tables where table_type = 'BASE TABLE' and table_schema = ? and"
            + " table_name = ?",
        database,
        table)) {
      return Optional.of("There is no such table.");
    }
    if (!there(
        "information_schema.statistics where non_unique = 0 and nullable = '' and table_schema = ?"
            + " and table_name = ?",
        database,
        table)) {
      return Optional.of(
          "The tool copies along a key, and the table has no primary or unique one.");
    }
    List<String> leftovers = new OnlineLeftovers(connection, database, table).all();
    if (!leftovers.isEmpty()) {
      return Optional.of(
          "An earlier run of a tool left something behind, or is still at work; when it is not: "
              + String.join("; ", leftovers)
              + ".");
    }
    if (!settings.says("--preserve-triggers")
        && there(
            "information_schema.triggers where event_object_schema = ? and event_object_table = ?",
            database,
            table)) {
      return Optional.of("The table has triggers, which the tool would lose or collide with.");
    }
    return keys(database, table);
  }

  private Optional<String> keys(String database, String table) throws SQLException {
    boolean refersToOthers =
        there(
            "information_schema.referential_constraints where constraint_schema = ? and"
                + " table_name = ?",
            database,
            table);
    boolean referredTo =
        there(
            "information_schema.referential_constraints where unique_constraint_schema = ? and"
                + " referenced_table_name = ?",
            database,
            table);
    if (settings.tool() == OnlineTool.GH_OST && (refersToOthers || referredTo)) {
      return Optional.of("The table has foreign keys, or others refer to it: gh-ost knows none.");
    }
    return referredTo && !settings.says("--alter-foreign-keys-method")
        ? Optional.of(
            "Foreign keys refer to the table: the command must say --alter-foreign-keys-method.")
        : Optional.empty();
  }

  private boolean there(String what, String database, String table) throws SQLException {
    return Jdbc.first(connection, "select 1 from " + what + " limit 1", database, table)
        .isPresent();
  }
}
