package dev.sluice.benchmark;

import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.nio.file.Path;

/** The configuration's {@code databases} for one target. */
final class Databases {
  private Databases() {}

  static String sqlite(Path folder) {
    return of("sqlite", new TestDatabase("jdbc:sqlite:" + folder.resolve("shop.db"), "", ""));
  }

  static String of(String engine, TestDatabase database) {
    String account =
        database.username().isEmpty()
            ? ""
            : ", username: %s, password: \"%s\""
                .formatted(database.username(), database.password());
    return """
        shop:
          engine: %s
          targets:
            - { environment: prod, url: "%s"%s }
        """
        .formatted(engine, database.url(), account);
  }
}
