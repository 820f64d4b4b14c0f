package dev.sluice.deploy.backup;

import java.util.Optional;

/**
 * A column of a table that is to be backed up.
 *
 * @param castTo the type, ready for SQL, where it is one of the user's own
 * @param generated computed by the database; it is neither kept nor brought back
 * @param setByItself whether an UPDATE sets it without naming it (MySQL's ON UPDATE)
 * @param identityAlways PostgreSQL's GENERATED ALWAYS AS IDENTITY
 * @param definition as it stands behind ADD COLUMN, with its name; empty where it is not known
 */
public record SourceColumn(
    String name,
    Optional<String> castTo,
    boolean generated,
    boolean setByItself,
    boolean identityAlways,
    Optional<String> definition) {
  public static SourceColumn of(String name) {
    return new SourceColumn(name, Optional.empty(), false, false, false, Optional.empty());
  }

  SavedColumn saved() {
    return new SavedColumn(name, castTo);
  }
}
