package dev.sluice.deploy.backup;

import dev.sluice.deploy.backup.BackupPlan.Copy;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The SQL that makes and fills backup tables.
 *
 * @param schema as the configuration names it; a prefix in SQLite
 */
public record BackupDdl(Dialect dialect, String schema) {
  /** Where a row was, so that one that an UPDATE touched is told from one that it did not. */
  static final String WAS_AT = "sluice_was_at";

  private static final int LONGEST_NAME = 63;
  private static final String MARKER = "Sluice backup of ";

  /** Makes the place where backup tables lie; nobody else is granted anything there. */
  public Optional<String> place() {
    return switch (dialect) {
      case POSTGRESQL -> Optional.of("create schema if not exists " + names().quoted(schema));
      case MYSQL, MARIADB -> Optional.of("create database if not exists " + names().quoted(schema));
      case SQLITE -> Optional.empty();
    };
  }

  /** A query with one row when that place is there; none where it always is. */
  public Optional<String> placeThere() {
    String name = names().literal(schema);
    return switch (dialect) {
      case POSTGRESQL -> Optional.of("select 1 from pg_namespace where nspname = " + name);
      case MYSQL, MARIADB ->
          Optional.of("select 1 from information_schema.schemata where schema_name = " + name);
      case SQLITE -> Optional.empty();
    };
  }

  /** Whether making a table commits what is open, so that it must be made before. */
  public boolean commits() {
    return !dialect.transactionalDdl();
  }

  /** A name that no other backup has: on one server there may be several targets and Sluices. */
  public ObjectName freshName(long rollout, int seq, ObjectName source) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    String name = cut("r" + rollout + "_" + seq + "_" + id + "_" + source.name());
    return dialect == Dialect.SQLITE
        ? ObjectName.of(cut("_" + schema + "_" + name))
        : ObjectName.of(schema, name);
  }

  private static String cut(String name) {
    String kept = name;
    while (kept.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept;
  }

  /** A schema for a moved table alone: its indexes and sequences keep their names in there. */
  public ObjectName freshHome(long rollout, int seq, ObjectName source) {
    ObjectName fresh = freshName(rollout, seq, source);
    return dialect == Dialect.POSTGRESQL
        ? ObjectName.of(
            fresh.name().replaceFirst("^(r\\d+_\\d+_[0-9a-f]{8}).*$", schema + "_$1"),
            source.name())
        : fresh;
  }

  /** Creates the empty backup table with its marker. */
  public List<String> create(ObjectName table, Copy copy) {
    String quoted = names().quoted(table);
    Shape shape = copy.shape();
    String select =
        "select "
            + Names.each(shape.names(), c -> RowsPlan.read(shape, names(), "", c), ", ")
            + " from "
            + names().quoted(copy.source());
    return switch (dialect) {
      case POSTGRESQL ->
          List.of(
              "create table " + quoted + " (" + typed(copy) + ") as " + postgres(copy, select),
              "comment on table " + quoted + " is " + names().literal(marker(copy.source())));
      case MYSQL, MARIADB ->
          List.of(
              "create table "
                  + quoted
                  + (shape.key().isEmpty()
                      ? ""
                      : " (primary key (" + names().list(shape.key()) + "))")
                  + " engine InnoDB comment "
                  + names().literal(marker(copy.source()))
                  + " as "
                  + select
                  + " where false");
      case SQLITE -> List.of("create table " + quoted + " (" + names().list(shape.names()) + ")");
    };
  }

  private String typed(Copy copy) {
    return names().list(copy.shape().names())
        + (marksPlace(copy) ? ", " + names().quoted(WAS_AT) : "");
  }

  private static String postgres(Copy copy, String select) {
    String from = " from ";
    int at = select.indexOf(from);
    return (marksPlace(copy)
            ? select.substring(0, at) + ", ''::text" + select.substring(at)
            : select)
        + " with no data";
  }

  private static String marker(ObjectName source) {
    return MARKER + source;
  }

  /** Whether a comment on a table, as the target tells it, is our marker. */
  public static boolean isMarker(String comment) {
    return comment.startsWith(MARKER);
  }

  private static boolean marksPlace(Copy copy) {
    return copy.verified() && copy.kind() == BackupKind.UPDATED;
  }

  /**
   * Copies the rows, and locks them where the engine can.
   *
   * @param most so many rows are copied at most
   */
  public String fill(ObjectName table, Copy copy, long most) {
    String columns = names().list(copy.shape().names());
    String rows = copy.rows();
    if (dialect == Dialect.POSTGRESQL && marksPlace(copy)) {
      columns += ", " + names().quoted(WAS_AT);
    }
    String limit = copy.limited() ? "" : " limit " + most;
    return "insert into "
        + names().quoted(table)
        + " ("
        + columns
        + ") "
        + rows
        + limit
        + lock(copy);
  }

  private String lock(Copy copy) {
    if (!copy.lockable()) {
      return "";
    }
    return switch (dialect) {
      case POSTGRESQL -> " for update of " + lastPart(copy.qualifier());
      case MYSQL, MARIADB -> " for update";
      case SQLITE -> "";
    };
  }

  /** PostgreSQL's FOR UPDATE OF takes a name without its schema. */
  private static String lastPart(String qualifier) {
    int dot = qualifier.endsWith("\"") ? qualifier.lastIndexOf(".\"") : qualifier.lastIndexOf('.');
    return qualifier.substring(dot + 1);
  }

  /**
   * Counts the copied rows that the statement has changed; all of them, when the copy is right.
   * Only PostgreSQL needs to be asked: in MySQL all that was read is locked, in SQLite nobody else
   * writes.
   */
  public Optional<String> verify(ObjectName table, Copy copy) {
    if (!copy.verified() || dialect != Dialect.POSTGRESQL) {
      return Optional.empty();
    }
    String same =
        Names.each(
            copy.shape().key(),
            c -> RowsPlan.read(copy.shape(), names(), "s.", c) + " = b." + names().quoted(c),
            " and ");
    String of = names().quoted(table) + " as b";
    String source = names().quoted(copy.source()) + " as s";
    return Optional.of(
        copy.kind() == BackupKind.UPDATED
            ? "select count(*) from "
                + of
                + " join "
                + source
                + " on "
                + same
                + " where s.tableoid::text || s.ctid::text <> b."
                + names().quoted(WAS_AT)
            : "select count(*) from "
                + of
                + " where not exists (select 1 from "
                + source
                + " where "
                + same
                + ")");
  }

  /** Keeps others from writing to the table until the transaction ends. */
  public Optional<String> lockTable(ObjectName source) {
    return dialect == Dialect.POSTGRESQL
        ? Optional.of("lock table " + names().quoted(source) + " in share row exclusive mode")
        : Optional.empty();
  }

  /** Nobody writes between the copy and the statement that takes the table's rows away. */
  public Optional<String> lockWhole(Copy copy, ObjectName table) {
    String source = names().quoted(copy.source());
    return switch (dialect) {
      case POSTGRESQL -> Optional.of("lock table " + source + " in access exclusive mode");
      case MYSQL, MARIADB ->
          copy.exclusive()
              ? Optional.of("lock tables " + source + " write, " + names().quoted(table) + " write")
              : Optional.empty();
      case SQLITE -> Optional.empty();
    };
  }

  /** Moves the table itself; the place must be there. */
  public List<String> move(ObjectName source, ObjectName to) {
    String from = names().quoted(source);
    return switch (dialect) {
      case POSTGRESQL -> {
        String home = names().quoted(to.schema().orElseThrow());
        yield List.of("create schema " + home, "alter table " + from + " set schema " + home);
      }
      case MYSQL, MARIADB -> List.of("rename table " + from + " to " + names().quoted(to));
      case SQLITE -> List.of("alter table " + from + " rename to " + names().quoted(to.name()));
    };
  }

  /** One row with the number of rows. */
  public String count(ObjectName table) {
    return "select count(*) from " + names().quoted(table);
  }

  /** Brings the statistics up to date from which the bytes are told. */
  public Optional<String> analyse(ObjectName table) {
    return commits()
        ? Optional.of("analyze no_write_to_binlog table " + names().quoted(table))
        : Optional.empty();
  }

  /** One row with one column, the bytes; none where the engine does not tell. */
  public Optional<String> bytes(ObjectName table) {
    return switch (dialect) {
      case POSTGRESQL ->
          Optional.of(
              "select pg_total_relation_size(to_regclass("
                  + names().literal(names().quoted(table))
                  + "))");
      case MYSQL, MARIADB ->
          Optional.of(
              "select data_length + index_length from information_schema.tables where"
                  + " table_schema = "
                  + names().literal(table.schema().orElse(""))
                  + " and table_name = "
                  + names().literal(table.name()));
      case SQLITE ->
          Optional.of(
              "select sum(pgsize) from dbstat where name = " + names().literal(table.name()));
    };
  }

  /** One row per table of that name: its comment; in SQLite the name is the marker. */
  public String find(ObjectName table) {
    String name = names().literal(table.name());
    String in = names().literal(table.schema().orElse(""));
    return switch (dialect) {
      case POSTGRESQL ->
          "select coalesce(obj_description(c.oid, 'pg_class'), '') from pg_class c join"
              + " pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = "
              + in
              + " and c.relname = "
              + name;
      case MYSQL, MARIADB ->
          "select table_comment from information_schema.tables where table_schema = "
              + in
              + " and table_name = "
              + name;
      case SQLITE ->
          "select "
              + names().literal(MARKER)
              + " from sqlite_master where type = 'table' and name = "
              + name;
    };
  }

  public List<String> drop(RecordedBackup backup) {
    String table = "drop table " + names().quoted(backup.table());
    return dialect == Dialect.POSTGRESQL && backup.kind() == BackupKind.TABLE
        ? List.of(table, "drop schema " + names().quoted(backup.table().schema().orElseThrow()))
        : List.of(table);
  }

  private Names names() {
    return new Names(dialect);
  }
}
