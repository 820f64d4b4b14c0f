package dev.sluice.deploy.backup;

import java.util.Optional;

/**
 * A column in a backup table, of the same name as in its source.
 *
 * @param castTo the source's type, ready for SQL, where the backup holds the value as text: a type
 *     of the user's own must not be kept from being dropped by a backup
 */
public record SavedColumn(String name, Optional<String> castTo) {
  public static SavedColumn of(String name) {
    return new SavedColumn(name, Optional.empty());
  }
}
