package dev.sluice.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a statement does, in words that rules, the catalog and the executor share. A
 * statement with three ALTER clauses has three actions; each knows its place, so that a finding
 * points at the clause and not at the statement. Names are folded ({@link Dialect#fold}).
 */
public sealed interface Action {
  Place place();

  <R> R accept(ActionVisitor<R> visitor);

  /** Whether the engine lets this run within a transaction block. */
  default boolean transactional() {
    return true;
  }

  /** What is done to one table that the action names. */
  sealed interface OfTable extends Action {
    ObjectName table();
  }

  /** What changes rows of a table, not its definition. */
  sealed interface OfRows extends OfTable {}

  /**
   * @param source the table behind LIKE or PARTITION OF
   */
  record CreateTable(
      Place place,
      ObjectName table,
      String writtenName,
      boolean ifNotExists,
      boolean temporary,
      List<ColumnDefinition> columns,
      List<TableConstraint> constraints,
      Origin origin,
      Optional<ObjectName> source)
      implements OfTable {
    public CreateTable {
      columns = List.copyOf(columns);
      constraints = List.copyOf(constraints);
    }

    public CreateTable(
        Place place,
        ObjectName table,
        String writtenName,
        boolean ifNotExists,
        boolean temporary,
        List<ColumnDefinition> columns,
        List<TableConstraint> constraints,
        Origin origin) {
      this(
          place,
          table,
          writtenName,
          ifNotExists,
          temporary,
          columns,
          constraints,
          origin,
          Optional.empty());
    }

    /** Where the columns come from when the statement does not list (all of) them. */
    public enum Origin {
      COLUMNS,
      AS_SELECT,
      LIKE,
      PARTITION_OF
    }

    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.createTable(this);
    }
  }

  record DropTable(Place place, ObjectName table, boolean ifExists, boolean cascade)
      implements OfTable {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.dropTable(this);
    }
  }

  record RenameTable(Place place, ObjectName table, String newName) implements OfTable {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.renameTable(this);
    }
  }

  record AddColumn(Place place, ObjectName table, boolean ifNotExists, ColumnDefinition column)
      implements OfTable {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.addColumn(this);
    }
  }

  record DropColumn(Place place, ObjectName table, String column, boolean ifExists, boolean cascade)
      implements OfTable {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.dropColumn(this);
    }
  }

  record RenameColumn(Place place, ObjectName table, String column, String newName)
      implements OfTable {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.renameColumn(this);
    }
  }

  /**
   * @param using PostgreSQL's USING expression
   */
  record AlterColumnType(
      Place place, ObjectName table, String column, DataType type, Optional<String> using)
      implements OfTable {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.alterColumnType(this);
    }
  }

  /**
   * MySQL's MODIFY and CHANGE, which state the whole column anew: what the definition leaves out is
   * gone afterwards.
   *
   * @param column its name after the statement; a CHANGE to another name is a {@link RenameColumn}
   *     before this
   * @param renamed whether such a one came before
   */
  record ModifyColumn(
      Place place, ObjectName table, String column, ColumnDefinition definition, boolean renamed)
      implements OfTable {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.modifyColumn(this);
    }
  }

  record SetNotNull(Place place, ObjectName table, String column) implements OfTable {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.setNotNull(this);
    }
  }

  record DropNotNull(Place place, ObjectName table, String column) implements OfTable {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.dropNotNull(this);
    }
  }

  record SetDefault(Place place, ObjectName table, String column, String expression)
      implements OfTable {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.setDefault(this);
    }
  }

  record DropDefault(Place place, ObjectName table, String column) implements OfTable {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.dropDefault(this);
    }
  }

  record AddConstraint(Place place, ObjectName table, TableConstraint constraint)
      implements OfTable {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.addConstraint(this);
    }
  }

  record DropConstraint(
      Place place, ObjectName table, String constraint, boolean ifExists, boolean cascade)
      implements OfTable {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.dropConstraint(this);
    }
  }

  record ValidateConstraint(Place place, ObjectName table, String constraint) implements OfTable {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.validateConstraint(this);
    }
  }

  /**
   * @param name absent when the engine makes one up
   * @param columns folded column names; an expression stands as its text
   * @param only PostgreSQL's {@code ON ONLY} a partitioned parent
   * @param kind MySQL's FULLTEXT and SPATIAL
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
      Optional<String> where,
      IndexKind kind)
      implements OfTable {
    public CreateIndex {
      columns = List.copyOf(columns);
    }

    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.createIndex(this);
    }

    @Override
    public boolean transactional() {
      return !concurrently;
    }
  }

  /**
   * @param table where the statement names it: in MySQL index names belong to their tables
   */
  record DropIndex(
      Place place,
      ObjectName index,
      Optional<ObjectName> table,
      boolean concurrently,
      boolean ifExists,
      boolean cascade)
      implements Action {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.dropIndex(this);
    }

    @Override
    public boolean transactional() {
      return !concurrently;
    }
  }

  record CreateView(
      Place place, ObjectName view, boolean orReplace, boolean materialized, boolean ifNotExists)
      implements Action {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.createView(this);
    }
  }

  record DropView(Place place, ObjectName view, boolean ifExists, boolean cascade)
      implements Action {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.dropView(this);
    }
  }

  record Truncate(Place place, ObjectName table, boolean cascade) implements OfRows {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.truncate(this);
    }
  }

  /**
   * @param columns empty when the statement names none
   * @param fromSelect INSERT … SELECT
   */
  record Insert(Place place, ObjectName table, List<String> columns, boolean fromSelect)
      implements OfRows {
    public Insert {
      columns = List.copyOf(columns);
    }

    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.insert(this);
    }
  }

  /**
   * @param restricted has a WHERE (or a join condition) that is not always true
   * @param columns the columns that are set
   */
  record Update(Place place, ObjectName table, List<String> columns, boolean restricted)
      implements OfRows {
    public Update {
      columns = List.copyOf(columns);
    }

    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.update(this);
    }
  }

  record Delete(Place place, ObjectName table, boolean restricted) implements OfRows {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.delete(this);
    }
  }

  /** A query at the top level; queries inside other statements are read from the tree. */
  record Select(Place place) implements Action {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.select(this);
    }
  }

  /** BEGIN, COMMIT, ROLLBACK, SAVEPOINT: scripts must leave these to the executor. */
  record TransactionControl(Place place, String verb) implements Action {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.transactionControl(this);
    }
  }

  /**
   * SET of a session setting, or a PRAGMA.
   *
   * @param name lower case, without its schema for a PRAGMA
   * @param value as written; empty when a PRAGMA only asks
   * @param local for SET LOCAL
   */
  record SetSetting(Place place, String name, String value, boolean local) implements Action {
    /** SQLite ignores or refuses these within a transaction (sqlite.org/pragma.html). */
    private static final Set<String> OUTSIDE =
        Set.of("foreign_keys", "journal_mode", "synchronous");

    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.setSetting(this);
    }

    @Override
    public boolean transactional() {
      return value.isEmpty() || !OUTSIDE.contains(name);
    }
  }

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
      boolean nonTransactional,
      Detail detail)
      implements Action {
    public OtherDdl(
        Place place,
        String verb,
        String objectType,
        Optional<ObjectName> name,
        boolean nonTransactional) {
      this(place, verb, objectType, name, nonTransactional, Detail.NONE);
    }

    /** Whether it is this verb on this kind of object. */
    public boolean is(String wantedVerb, String wantedType) {
      return verb.equals(wantedVerb) && objectType.equals(wantedType);
    }

    /**
     * @param clause the keywords that say what happens, upper case: {@code SET UNLOGGED}, {@code
     *     DETACH PARTITION CONCURRENTLY}, {@code FULL}; empty when nothing is to be said
     * @param other what else it names: the table of a trigger, rule or policy; the partition; the
     *     parent
     */
    public record Detail(String clause, Optional<ObjectName> other) {
      public static final Detail NONE = new Detail("", Optional.empty());

      public boolean has(String words) {
        return (" " + clause + " ").contains(" " + words + " ");
      }

      @Override
      public String toString() {
        return (clause + other.map(o -> " of " + o).orElse("")).strip();
      }
    }

    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.otherDdl(this);
    }

    @Override
    public boolean transactional() {
      return !nonTransactional;
    }
  }

  /** A statement or clause that we do not understand; the review says so. */
  record Unrecognised(Place place, String reason) implements Action {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.unrecognised(this);
    }
  }
}
