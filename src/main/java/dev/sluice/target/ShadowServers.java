package dev.sluice.target;

import dev.sluice.setting.Doc;
import dev.sluice.sql.Dialect;
import java.util.Optional;

/** The scratch servers; SQLite needs none. */
@Doc(
    "Scratch servers, on which changes are tried during the review: the target's schema is rebuilt"
        + " there without rows, the change runs, and the database is dropped. SQLite is tried in"
        + " memory, always.")
public record ShadowServers(
    @Doc("For targets on PostgreSQL.") Optional<ShadowSettings> postgresql,
    @Doc("For targets on MySQL.") Optional<ShadowSettings> mysql,
    @Doc("For targets on MariaDB.") Optional<ShadowSettings> mariadb) {
  /** The one for an engine. */
  public Optional<ShadowSettings> of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> postgresql;
      case MYSQL -> mysql;
      case MARIADB -> mariadb;
      case SQLITE -> Optional.empty();
    };
  }
}
