package dev.sluice.e2e;

import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A bot-config.yml in parts: each top-level key with its YAML, any of which a test replaces. */
public final class Configuration {
  private final Map<String, String> parts;

  private Configuration(Map<String, String> parts) {
    this.parts = parts;
  }

  /** One database in two environments, one project; the DBAs approve what goes to prod. */
  public static Configuration standard() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("server", "{ listen: \"127.0.0.1:0\" }");
    parts.put(
        "environments",
        """
        - { name: test, deploy: on_merge }
        - { name: prod, deploy: manual }
        """);
    parts.put("projects", project(""));
    parts.put(
        "approval_policies",
        """
        by_risk:
          rules:
            - { when: { environment: prod }, require: [ { from: "group:dba" } ] }
        """);
    return new Configuration(parts);
  }

  /**
   * The project of {@link #standard}.
   *
   * @param more keys of the project in YAML, e.g. {@code members: [ "@lin" ]}
   */
  public static String project(String more) {
    return """
        - name: shop
          repository: shop/database
          scripts: [ { path: "orders/**/*.sql", databases: [ shop ] } ]
          owners: [ "@olga" ]
          approval: by_risk
        """
        + more.indent(2);
  }

  /** A target for a database, from a JDBC URL with its account; SQLite has none. */
  public static String target(String environment, String url, String username, String password) {
    String account =
        username.isEmpty() ? "" : ", username: %s, password: %s".formatted(username, password);
    return "- { environment: %s, url: \"%s\"%s }%n".formatted(environment, url, account);
  }

  /** The database "shop" with these targets. */
  public Configuration database(String engine, String... targets) {
    return with(
        "databases",
        "shop:\n  engine: %s\n  targets:\n%s"
            .formatted(engine, String.join("", targets).indent(4)));
  }

  /** Sluice's own state in PostgreSQL; in an SQLite file otherwise. */
  public Configuration storedIn(TestDatabase postgres) {
    return with(
        "store",
        "{ url: \"%s\", username: %s, password: %s }"
            .formatted(postgres.url(), postgres.username(), postgres.password()));
  }

  public Configuration with(String key, String yaml) {
    Map<String, String> changed = new LinkedHashMap<>(parts);
    changed.put(key, yaml);
    return new Configuration(changed);
  }

  /** With a part rewritten that is there. */
  Configuration changed(String key, UnaryOperator<String> change) {
    return with(key, change.apply(Objects.requireNonNull(parts.get(key))));
  }

  boolean has(String key) {
    return parts.containsKey(key);
  }

  String text() {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + ":\n" + part.getValue().indent(2))
        .collect(Collectors.joining());
  }
}
