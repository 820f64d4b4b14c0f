package dev.sluice.undo;

import dev.sluice.sql.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The kinds of changes that are claimed to have a way back, each with an example. */
public final class RoundTrips {
  private RoundTrips() {}

  /**
   * @param title the kind, in words
   * @param setup what is there before
   */
  public record Trip(String title, String setup, String change) {}

  /** MySQL and MariaDB share theirs. */
  public static List<Trip> of(Dialect dialect) {
    String file =
        switch (dialect) {
          case POSTGRESQL -> "postgresql";
          case MYSQL, MARIADB -> "mysql";
          case SQLITE -> "sqlite";
        };
    List<Trip> trips = new ArrayList<>();
    for (String block : read("/undo/" + file + ".sql").split("(?m)^=== ")) {
      if (!block.isBlank()) {
        String[] lines = block.split("\n", 2);
        String[] parts = lines[1].split("(?m)^---$");
        String name = "k" + (trips.size() + 1);
        trips.add(
            new Trip(
                lines[0],
                parts[0].replaceAll("\\$t(?![a-z])", name),
                parts[1].replaceAll("\\$t(?![a-z])", name)));
      }
    }
    return trips;
  }

  private static String read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(RoundTrips.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
