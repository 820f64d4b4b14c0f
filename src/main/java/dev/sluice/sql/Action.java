package dev.sluice.sql;

import java.util.List;
import java.util.Optional;

/**
 * One thing that a statement does, in words that rules, the catalog and the executor share. A
 * statement with three ALTER clauses has three actions; each knows its place, so that a finding
 * points at the clause and not at the statement. Names are folded ({@link Dialect#fold}).
 */
public sealed interface Action {
  Place place();

  record CreateTable(
      Place place,
      ObjectName table,
      String writtenName,
      boolean ifNotExists,
      boolean temporary,
      List<ColumnDefinition> columns,
      List<TableConstraint> constraints,
      Origin origin)
      implements Action {
    public CreateTable {
      columns = List.copyOf(columns);
      constraints = List.copyOf(constraints);
    }

    /** Where the columns come from when the statement does not list (all of) them. */
    public enum Origin {
      COLUMNS,
      AS_SELECT,
      LIKE,
      PARTITION_OF
    }
  }

  record DropTable(Place place, ObjectName table, boolean ifExists, boolean cascade)
      implements Action {}

  record RenameTable(Place place, ObjectName table, String newName) implements Action {}

  record AddColumn(Place place, ObjectName table, boolean ifNotExists, ColumnDefinition column)
      implements Action {}

  record DropColumn(Place place, ObjectName table, String column, boolean ifExists, boolean cascade)
      implements Action {}

  record RenameColumn(Place place, ObjectName table, String column, String newName)
      implements Action {}

  /**
   * @param using PostgreSQL's USING expression
   */
  record AlterColumnType(
      Place place, ObjectName table, String column, DataType type, Optional<String> using)
      implements Action {}

  record SetNotNull(Place place, ObjectName table, String column) implements Action {}

  record DropNotNull(Place place, ObjectName table, String column) implements Action {}

  record SetDefault(Place place, ObjectName table, String column, String expression)
      implements Action {}

  record DropDefault(Place place, ObjectName table, String column) implements Action {}

  record AddConstraint(Place place, ObjectName table, TableConstraint constraint)
      implements Action {}

  record DropConstraint(
      Place place, ObjectName table, String constraint, boolean ifExists, boolean cascade)
      implements Action {}

  record ValidateConstraint(Place place, ObjectName table, String constraint) implements Action {}

  /**
   * @param name absent when the engine makes one up
   * @param columns folded column names; an expression stands as its text
   * @param only PostgreSQL's {@code ON ONLY} a partitioned parent
   */
  record CreateIndex(
      Place place,
      Optional<ObjectName> name,
      ObjectName table,
      List<String> columns,
      boolean unique,
      boolean concurrently,
      boolean ifNotExists,
      boolean only,
      Optional<String> where)
      implements Action {
    public CreateIndex {
      columns = List.copyOf(columns);
    }
  }

  record DropIndex(
      Place place, ObjectName index, boolean concurrently, boolean ifExists, boolean cascade)
      implements Action {}

  record CreateView(
      Place place, ObjectName view, boolean orReplace, boolean materialized, boolean ifNotExists)
      implements Action {}

  record DropView(Place place, ObjectName view, boolean ifExists, boolean cascade)
      implements Action {}

  record Truncate(Place place, ObjectName table, boolean cascade) implements Action {}

  /**
   * @param columns empty when the statement names none
   * @param fromSelect INSERT … SELECT
   */
  record Insert(Place place, ObjectName table, List<String> columns, boolean fromSelect)
      implements Action {
    public Insert {
      columns = List.copyOf(columns);
    }
  }

  /**
   * @param restricted has a WHERE (or a join condition) that is not always true
   * @param columns the columns that are set
   */
  record Update(Place place, ObjectName table, List<String> columns, boolean restricted)
      implements Action {
    public Update {
      columns = List.copyOf(columns);
    }
  }

  record Delete(Place place, ObjectName table, boolean restricted) implements Action {}

  /** A query at the top level; queries inside other statements are read from the tree. */
  record Select(Place place) implements Action {}

  /** BEGIN, COMMIT, ROLLBACK, SAVEPOINT: scripts must leave these to the executor. */
  record TransactionControl(Place place, String verb) implements Action {}

  /** SET of a session setting; {@code local} for SET LOCAL. */
  record SetSetting(Place place, String name, String value, boolean local) implements Action {}

  /**
   * DDL that we know by its kind only: sequences, types, functions, grants, comments …
   *
   * @param verb upper case, e.g. {@code CREATE}
   * @param objectType upper case, e.g. {@code SEQUENCE}
   * @param nonTransactional must run outside a transaction (VACUUM, REINDEX CONCURRENTLY …)
   */
  record OtherDdl(
      Place place,
      String verb,
      String objectType,
      Optional<ObjectName> name,
      boolean nonTransactional)
      implements Action {}

  /** A statement or clause that we do not understand; the review says so. */
  record Unrecognised(Place place, String reason) implements Action {}
}
