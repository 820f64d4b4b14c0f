package dev.sluice.deploy.backup;

import dev.sluice.sql.Dialect;
import java.util.List;

/** The statements for one backup. */
record RestoreSql(Dialect dialect) {
  private static final String BACKUP = "sluice_b";

  List<String> of(RecordedBackup backup, boolean definitionsToo) {
    return switch (backup.kind()) {
      case UPDATED -> List.of(update(backup));
      case DELETED, TABLE_ROWS -> List.of(insert(backup));
      case INSERTED -> List.of(delete(backup));
      case TABLE -> definitionsToo ? moveBack(backup) : List.of();
      case COLUMN ->
          definitionsToo ? List.of(add(backup), update(backup)) : List.of(update(backup));
    };
  }

  private Names names() {
    return new Names(dialect);
  }

  private String update(RecordedBackup backup) {
    String source = names().quoted(backup.source());
    String from = names().quoted(backup.table()) + " as " + BACKUP;
    String where = same(backup, source);
    return switch (dialect) {
      case POSTGRESQL, SQLITE ->
          "update " + source + " set " + sets(backup, "") + " from " + from + " where " + where;
      case MYSQL, MARIADB ->
          "update "
              + source
              + " join "
              + from
              + " on "
              + where
              + " set "
              + sets(backup, source + ".");
    };
  }

  private String sets(RecordedBackup backup, String qualifier) {
    return Names.each(
        backup.shape().changed(),
        c -> qualifier + names().quoted(c) + " = " + value(backup, c),
        ", ");
  }

  /** SQLite finds a row with NULL in its key, which it allows. */
  private String same(RecordedBackup backup, String source) {
    String equals = dialect == Dialect.SQLITE ? " is " : " = ";
    return Names.each(
        backup.shape().key(),
        c -> source + "." + names().quoted(c) + equals + value(backup, c),
        " and ");
  }

  private String value(RecordedBackup backup, String column) {
    String value = BACKUP + "." + names().quoted(column);
    return backup.shape().castOf(column).map(type -> value + "::" + type).orElse(value);
  }

  private String insert(RecordedBackup backup) {
    List<String> columns = backup.shape().names();
    return "insert into "
        + names().quoted(backup.source())
        + " ("
        + names().list(columns)
        + ")"
        + (backup.shape().identityAlways() ? " overriding system value" : "")
        + " select "
        + Names.each(columns, c -> value(backup, c), ", ")
        + " from "
        + names().quoted(backup.table())
        + (dialect == Dialect.POSTGRESQL || dialect == Dialect.SQLITE ? " as " : " ")
        + BACKUP;
  }

  private String delete(RecordedBackup backup) {
    String source = names().quoted(backup.source());
    String backupTable = names().quoted(backup.table()) + " as " + BACKUP;
    if (dialect == Dialect.MYSQL || dialect == Dialect.MARIADB) {
      String on = " on " + same(backup, source);
      return "delete " + source + " from " + source + " join " + backupTable + on;
    }
    return "delete from "
        + source
        + " where exists (select 1 from "
        + backupTable
        + " where "
        + same(backup, source)
        + ")";
  }

  private String add(RecordedBackup backup) {
    return "alter table "
        + names().quoted(backup.source())
        + " add column "
        + backup.shape().definition().orElseThrow();
  }

  private List<String> moveBack(RecordedBackup backup) {
    String table = names().quoted(backup.table());
    return switch (dialect) {
      case POSTGRESQL ->
          List.of(
              "alter table "
                  + table
                  + " set schema "
                  + names().quoted(backup.source().schema().orElseThrow()));
      case MYSQL, MARIADB ->
          List.of("rename table " + table + " to " + names().quoted(backup.source()));
      case SQLITE ->
          List.of("alter table " + table + " rename to " + names().quoted(backup.source().name()));
    };
  }
}
