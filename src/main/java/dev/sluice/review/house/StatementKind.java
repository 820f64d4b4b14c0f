package dev.sluice.review.house;

import static dev.sluice.review.house.Part.COLUMN;
import static dev.sluice.review.house.Part.NAME;
import static dev.sluice.review.house.Part.SCHEMA;
import static dev.sluice.review.house.Part.TABLE;
import static dev.sluice.review.house.Part.TYPE;

import dev.sluice.setting.Doc;
import java.util.Locale;
import java.util.Set;

/** What a statement, or one clause of it, does; and what it names. */
public enum StatementKind {
  @Doc("Any statement: schema, table, column, name and type say nothing then, clause does.")
  ANY,
  @Doc("CREATE TABLE, as a whole.")
  CREATE_TABLE(SCHEMA, TABLE),
  @Doc("DROP TABLE.")
  DROP_TABLE(SCHEMA, TABLE),
  @Doc("A table gets another name.")
  RENAME_TABLE(SCHEMA, TABLE, NAME),
  @Doc("A column that comes, with CREATE TABLE or ADD COLUMN.")
  NEW_COLUMN(SCHEMA, TABLE, COLUMN, TYPE),
  @Doc("A column that comes to a table that is there.")
  ADD_COLUMN(SCHEMA, TABLE, COLUMN, TYPE),
  @Doc("DROP COLUMN.")
  DROP_COLUMN(SCHEMA, TABLE, COLUMN),
  @Doc("A column gets another name.")
  RENAME_COLUMN(SCHEMA, TABLE, COLUMN, NAME),
  @Doc("A column gets another definition: ALTER COLUMN … TYPE, MODIFY, CHANGE.")
  CHANGE_COLUMN(SCHEMA, TABLE, COLUMN, TYPE),
  @Doc("SET NOT NULL, DROP NOT NULL, SET DEFAULT, DROP DEFAULT.")
  CHANGE_NULL_OR_DEFAULT(SCHEMA, TABLE, COLUMN),
  @Doc("A constraint that comes, of whatever kind and wherever it is written.")
  NEW_CONSTRAINT(SCHEMA, TABLE, NAME),
  @Doc("A primary key that comes.")
  NEW_PRIMARY_KEY(SCHEMA, TABLE, NAME),
  @Doc("A unique constraint that comes.")
  NEW_UNIQUE(SCHEMA, TABLE, NAME),
  @Doc("A foreign key that comes.")
  NEW_FOREIGN_KEY(SCHEMA, TABLE, NAME),
  @Doc("A check that comes.")
  NEW_CHECK(SCHEMA, TABLE, NAME),
  @Doc("DROP CONSTRAINT.")
  DROP_CONSTRAINT(SCHEMA, TABLE, NAME),
  @Doc("CREATE INDEX, or an index that comes with CREATE TABLE or ALTER TABLE.")
  CREATE_INDEX(SCHEMA, TABLE, NAME),
  @Doc("DROP INDEX.")
  DROP_INDEX(SCHEMA, TABLE, NAME),
  @Doc("CREATE VIEW, materialized ones too.")
  CREATE_VIEW(SCHEMA, NAME),
  @Doc("DROP VIEW.")
  DROP_VIEW(SCHEMA, NAME),
  @Doc("TRUNCATE.")
  TRUNCATE(SCHEMA, TABLE),
  @Doc("INSERT, REPLACE, COPY … FROM.")
  INSERT(SCHEMA, TABLE),
  @Doc("UPDATE.")
  UPDATE(SCHEMA, TABLE),
  @Doc("DELETE.")
  DELETE(SCHEMA, TABLE),
  @Doc("A query of its own.")
  SELECT,
  @Doc("SET of a setting, PRAGMA.")
  SET(NAME),
  @Doc("GRANT.")
  GRANT(SCHEMA, NAME),
  @Doc("REVOKE.")
  REVOKE(SCHEMA, NAME),
  @Doc("COMMENT ON.")
  COMMENT(SCHEMA, NAME),
  @Doc("A function or procedure that comes or is replaced.")
  CREATE_ROUTINE(SCHEMA, NAME),
  @Doc("A function or procedure that goes.")
  DROP_ROUTINE(SCHEMA, NAME),
  @Doc("CREATE TRIGGER.")
  CREATE_TRIGGER(SCHEMA, TABLE, NAME),
  @Doc("DROP TRIGGER.")
  DROP_TRIGGER(NAME),
  @Doc("CREATE of what has no kind of its own here: sequences, types, extensions, roles, schemas …")
  CREATE_OTHER(SCHEMA, NAME),
  @Doc("ALTER of such.")
  ALTER_OTHER(SCHEMA, NAME),
  @Doc("DROP of such.")
  DROP_OTHER(SCHEMA, NAME);

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed; its type does not say so
  private final Set<Part> parts;

  StatementKind(Part... parts) {
    this.parts = Set.of(parts);
  }

  /** What such a statement names. */
  boolean names(Part part) {
    return parts.contains(part);
  }

  /** As the configuration writes it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
