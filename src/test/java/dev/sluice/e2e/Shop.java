package dev.sluice.e2e;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.sql.Dialect;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.Rollouts;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/**
 * A world whose database "shop" lies in real databases, in the environments test (deployed on
 * merge) and prod (deployed by a person), and what tests of deployments ask of it.
 */
final class Shop implements AutoCloseable {
  /** Where the targets are. */
  enum Engine {
    POSTGRESQL,
    SQLITE,
    MYSQL,
    MARIADB;

    /** Notes who was here, in the order of their coming. */
    String logTable() {
      String key =
          switch (this) {
            case POSTGRESQL -> "bigint generated always as identity";
            case SQLITE -> "integer";
            case MYSQL, MARIADB -> "bigint auto_increment";
          };
      return "create table log (id %s primary key, who text not null);\n".formatted(key);
    }

    private String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    TestDatabase database(Path folder) {
      return EmbeddedDatabases.of(Dialect.valueOf(name()), folder);
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String QUICK =
      "{ attempts: 2, backoff: 100ms, target_lock_wait: 10s, concurrent_lock_timeout: 5s }";

  final World world;
  private final Engine engine;
  private final Map<String, TestDatabase> targets;

  private Shop(World world, Engine engine, Map<String, TestDatabase> targets) {
    this.world = world;
    this.engine = engine;
    this.targets = targets;
    world.pass(Duration.ZERO); // the branch is followed from here on
    world.settle();
  }

  static Shop on(Engine engine, Path folder) {
    return on(engine, folder, configuration -> configuration);
  }

  static Shop on(Engine engine, Path folder, UnaryOperator<Configuration> changed) {
    Map<String, TestDatabase> targets =
        Map.of("test", engine.database(folder), "prod", engine.database(folder));
    return new Shop(world(engine, targets, folder, changed), engine, targets);
  }

  private static World world(
      Engine engine,
      Map<String, TestDatabase> targets,
      Path folder,
      UnaryOperator<Configuration> changed) {
    Configuration configuration =
        Configuration.standard()
            .with("deploy", QUICK)
            .database(
                engine.text(),
                target("test", requireNonNull(targets.get("test"))),
                target("prod", requireNonNull(targets.get("prod"))));
    return new World(folder, changed.apply(configuration));
  }

  /** PostgreSQL with prod behind a wire. */
  static Shop behind(Wire wire, TestDatabase prod, Path folder) {
    return behind(wire, Engine.POSTGRESQL, prod, folder);
  }

  /** With prod behind a wire; {@link #ask} and {@link #target} go around it. */
  static Shop behind(Wire wire, Engine engine, TestDatabase prod, Path folder) {
    TestDatabase test = engine.database(folder);
    Map<String, TestDatabase> wired = Map.of("test", test, "prod", wire.database());
    return new Shop(
        world(engine, wired, folder, configuration -> configuration),
        engine,
        Map.of("test", test, "prod", prod));
  }

  private static String target(String environment, TestDatabase database) {
    String account =
        database.username().isEmpty()
            ? ""
            : ", username: %s, password: %s".formatted(database.username(), database.password());
    return "- { environment: %s, url: \"%s\"%s, lock_timeout: 500ms, connect_timeout: 2s }%n"
        .formatted(environment, database.url(), account);
  }

  /** Whoever deploys anywhere needs a DBA. */
  static Configuration everywhere(Configuration configuration) {
    return configuration.with(
        "approval_policies",
        """
        by_risk:
          rules:
            - { require: [ { from: "group:dba" } ] }
        """);
  }

  /** A merge request with this script, reviewed and approved by the DBA. */
  Scene approved(String sql) {
    return world.open(sql).settle().approve("dana");
  }

  /** ... and merged, so that it is on test. */
  Scene merged(String sql) {
    return approved(sql).merge();
  }

  /** ... and on prod. */
  Scene deployed(String sql) {
    return merged(sql).comment("olga", "/db deploy prod");
  }

  TestDatabase target(String environment) {
    return java.util.Objects.requireNonNull(targets.get(environment));
  }

  /** The first column of the first row; empty for none. */
  String ask(String environment, String sql) {
    try (Connection connection = target(environment).connect();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Who has written into the log of {@link Engine#logTable}, in order. */
  String log(String environment) {
    String inOrder = "(select who from log order by id) as t";
    String all =
        switch (engine) {
          case POSTGRESQL -> "string_agg(who, '')";
          case SQLITE -> "group_concat(who, '')";
          case MYSQL, MARIADB -> "coalesce(group_concat(who order by id separator ''), '')";
        };
    return ask(environment, "select " + all + " from " + inOrder);
  }

  static String writes(String who) {
    return "insert into log (who) values ('" + who + "');\n";
  }

  /** The notes that tell how rollouts ended, oldest first. */
  List<String> results(Scene scene) {
    return scene.said().stream().filter(n -> n.contains("kind=result/")).toList();
  }

  String lastResult(Scene scene) {
    List<String> results = results(scene);
    return results.isEmpty() ? "" : results.get(results.size() - 1);
  }

  static MergeRequestId id(Scene scene) {
    return new MergeRequestId(scene.mr.project.id, scene.mr.iid);
  }

  RecordedRollout rollout(Scene scene, String environment) {
    return find(scene, environment).orElseThrow();
  }

  private Optional<RecordedRollout> find(Scene scene, String environment) {
    return world
        .store()
        .read(
            tx ->
                Deployments.of(tx, id(scene)).stream()
                    .flatMap(d -> Rollouts.of(tx, d.id()).stream())
                    .filter(r -> r.target().environment().equals(environment))
                    .findFirst());
  }

  /** False also while there is none yet. */
  boolean isIn(Scene scene, String environment, RolloutState state) {
    return find(scene, environment).filter(r -> r.state() == state).isPresent();
  }

  RolloutState state(Scene scene, String environment) {
    return rollout(scene, environment).state();
  }

  void until(Callable<Boolean> holds) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(holds);
  }

  /** Waits until a statement with this text runs in the server. */
  void untilRuns(String environment, String text) {
    String running =
        engine == Engine.POSTGRESQL
            ? "select 1 from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()"
                + " and datname = current_database() and query like '%"
            : "select 1 from information_schema.processlist where command = 'Query'"
                + " and id <> connection_id() and db = database() and info like '%";
    until(() -> !ask(environment, running + text + "%'").isEmpty());
  }

  @Override
  public void close() {
    world.close();
  }
}
