package dev.sluice.target;

import dev.sluice.sql.Dialect;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The databases of a server, the system's own and Sluice's own left out. */
public final class ServerDatabases {
  private static final String POSTGRESQL =
      "select datname from pg_catalog.pg_database"
          + " where datallowconn and not datistemplate and datname <> 'postgres' order by datname";
  private static final String MYSQL =
      "select schema_name from information_schema.schemata where schema_name not in"
          + " ('mysql', 'sys', 'information_schema', 'performance_schema') order by schema_name";

  /** Where backups lie and changes are tried. */
  private static final Pattern OURS = Pattern.compile("sluice_(backup|shadow_)");

  private ServerDatabases() {}

  /**
   * What came of asking.
   *
   * @param failure why the names are not known; empty when they are
   */
  public record Listing(List<String> names, Optional<String> failure) {
    public Listing {
      names = List.copyOf(names);
    }
  }

  /**
   * The names that the settings' pattern fits. Asks the server once, with the review account.
   *
   * @param settings with {@code discover}
   */
  public static Listing fitting(Dialect dialect, TargetSettings settings) {
    DatabasePattern pattern = settings.discover().orElseThrow();
    try {
      return new Listing(
          all(dialect, settings).stream().filter(n -> pattern.labels(n).isPresent()).toList(),
          Optional.empty());
    } catch (SQLException e) {
      String why = TargetEngine.of(dialect).orElseThrow().errorReader().explain(e).message();
      return new Listing(List.of(), Optional.of(why));
    }
  }

  private static List<String> all(Dialect dialect, TargetSettings settings) throws SQLException {
    return switch (dialect) {
      case SQLITE -> files(settings);
      case POSTGRESQL -> ask(dialect, settings.one("postgres", Map.of()), POSTGRESQL);
      case MYSQL, MARIADB -> ask(dialect, settings.one("information_schema", Map.of()), MYSQL);
    };
  }

  private static List<String> ask(Dialect dialect, TargetSettings server, String query)
      throws SQLException {
    try (Connection connection = TargetEngine.of(dialect).orElseThrow().openForReview(server);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        if (!OURS.matcher(rows.getString(1)).lookingAt()) {
          names.add(rows.getString(1));
        }
      }
      return names;
    }
  }

  /** Files beside each other: what stands for {@code {shard}} in their names. */
  private static List<String> files(TargetSettings settings) throws SQLException {
    Path like = SqliteConnections.file(settings);
    String[] around = like.getFileName().toString().split("\\{shard}", 2);
    if (around.length < 2) {
      throw new SQLException("{shard} must be in the name of the file, not of its folder");
    }
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(like.resolveSibling("."), Files::isRegularFile)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.startsWith(around[0])
            && name.endsWith(around[1])
            && name.length() > around[0].length() + around[1].length()) {
          names.add(name.substring(around[0].length(), name.length() - around[1].length()));
        }
      }
    } catch (IOException e) {
      throw new SQLException("the folder cannot be read: " + e, "08001", e);
    }
    return names;
  }
}
