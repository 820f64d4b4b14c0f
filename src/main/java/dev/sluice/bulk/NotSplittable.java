package dev.sluice.bulk;

/** Why a statement cannot be cut into batches that together do what it says. */
public enum NotSplittable {
  NO_CHANGE("Only an UPDATE or a DELETE can be cut into batches."),
  NOT_UNDERSTOOD("Sluice does not understand the statement well enough to cut it."),
  WITH("It begins with WITH, whose rows earlier batches may have changed."),
  JOIN("It joins other tables, so that one row may be met more than once."),
  LIMITED("ORDER BY and LIMIT are about all rows, and a batch has only some of them."),
  RETURNING("RETURNING would answer once per batch."),
  KEY_CHANGED("It sets the key by which it would be cut, so that a row may be met twice."),
  SAME_TABLE("A subquery reads the same table, which earlier batches have changed."),
  VOLATILE(
      "Its condition calls a function that answers differently in each batch; write the value"
          + " itself."),
  VARIABLE("It uses a variable of the session, which a later batch may not have."),
  NO_TABLE("Sluice does not know the table."),
  NO_KEY("The table has no primary key; name a unique, indexed and NOT NULL column with key=…."),
  KEY_MISSING("The table has no such column as key= names."),
  KEY_NOT_INDEXED("No index begins with the columns that key= names."),
  KEY_NULLABLE("The key may be NULL, and rows without a key would be left out."),
  KEY_TYPE("The order of the key's type is not the one in which its values compare."),
  NOT_TRANSACTIONAL("Its table keeps what a rolled back transaction did, so no batch is exact.");

  private final String words;

  NotSplittable(String words) {
    this.words = words;
  }

  /** A sentence; names nothing, so that it can be translated. */
  public String words() {
    return words;
  }
}
