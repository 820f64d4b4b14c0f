package dev.sluice.e2e;

import static org.awaitility.Awaitility.await;

import dev.sluice.Application;
import dev.sluice.config.ConfigReader;
import dev.sluice.config.ConfigWatch;
import dev.sluice.config.bind.Surroundings;
import dev.sluice.demo.Person;
import dev.sluice.demo.StandInGitLab;
import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.Visibility;
import dev.sluice.review.rules.Rules;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.lanes.LaneSettings;
import dev.sluice.store.lanes.Lanes;
import dev.sluice.store.lanes.QueueStats;
import dev.sluice.store.lanes.RetryPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A company around a stand-in GitLab: the repository shop/database, the developer dev, the owner
 * olga, the DBA dana, the guest stranger; SQLite targets {@code test.db} and {@code prod.db} unless
 * the configuration has others; and the real application between them, which can be stopped and
 * started again on the same store. Its clock moves on at will.
 */
public final class World implements AutoCloseable {
  static final String WEBHOOK_TOKEN = "e2e-webhook-token";
  private static final Duration PATIENCE =
      Duration.ofSeconds(Integer.getInteger("sluice.patience", 60));
  private static final RetryPolicy QUICK =
      new RetryPolicy(60, Duration.ofMillis(50), Duration.ofMillis(500));

  public final MovingClock clock = new MovingClock();
  public final StandInGitLab gitlab = StandInGitLab.start(clock.elsewhere());
  public final Project project;
  public final User bot;
  private final Path folder;
  private final Path file;
  private final LaneSettings lanes;
  private final String token;
  private final AtomicInteger numbers = new AtomicInteger();
  private Configuration configuration;
  private @Nullable ConfigWatch config;
  private @Nullable Application sluice;
  private @Nullable StoreDatabase look;

  public World(Path folder) {
    this(folder, Configuration.standard());
  }

  /**
   * @param folder for the configuration, Sluice's store and the databases
   */
  public World(Path folder, Configuration configuration) {
    this(folder, configuration, QUICK);
  }

  /**
   * @param retries how often and when what fails is tried again
   */
  World(Path folder, Configuration configuration, RetryPolicy retries) {
    this.lanes =
        new LaneSettings(
            4,
            Duration.ofDays(1),
            Duration.ofMillis(20),
            Duration.ofSeconds(20),
            retries,
            Map.of());
    this.folder = folder;
    this.file = folder.resolve("bot-config.yml");
    this.configuration = configuration;
    this.bot = gitlab.createBot("sluice", "Sluice");
    this.token = gitlab.token(bot);
    this.project = gitlab.createProject("shop/database");
    gitlab.addMember(project, bot, Level.DEVELOPER);
    hire("dev", Level.DEVELOPER);
    hire("olga", Level.MAINTAINER);
    hire("stranger", Level.GUEST);
    User dana = hire("dana", Level.DEVELOPER);
    var dbas = gitlab.createGroup("dba", Visibility.PRIVATE);
    gitlab.addMember(dbas, dana, Level.DEVELOPER);
    gitlab.addMember(dbas, bot, Level.GUEST);
    as("olga").push(project, "main", "README.md", "# Migrations of the shop\n");
    write();
    start();
  }

  /** A new user, member of the project at that level. */
  public User hire(String username, int level) {
    User user = gitlab.createUser(username, username);
    gitlab.addMember(project, user, level);
    return user;
  }

  public Person as(String username) {
    return gitlab.as(username);
  }

  /** A number that no other script or branch of this world has. */
  public int next() {
    return numbers.incrementAndGet();
  }

  /** The developer's merge request with one new script {@code orders/V<n>__change.sql}. */
  public Scene open(String sql) {
    int number = next();
    String path = "orders/V" + number + "__change.sql";
    return open(path, "Change " + number, FileAction.put(path, sql));
  }

  /**
   * The developer's merge request with these files.
   *
   * @param path of the script that the scene is about
   */
  public Scene open(String path, String title, FileAction... files) {
    String branch = "change-" + next();
    as("dev").push(project, branch, title, files);
    return new Scene(this, as("dev").open(project, branch, title), path);
  }

  /** Writes another configuration and has it taken over; it must be a good one. */
  public void configure(Configuration changed) {
    configuration = changed;
    write();
    ConfigWatch running = running(config);
    running.look();
    if (!running.lastProblems().isEmpty()) {
      throw new IllegalStateException(running.lastProblems().toString());
    }
  }

  public Configuration configuration() {
    return configuration;
  }

  private void write() {
    Configuration whole = configuration.has("databases") ? configuration : withSqlite();
    Configuration stored =
        whole.has("store")
            ? whole
            : whole.with("store", "{ url: \"jdbc:sqlite:%s/sluice.db\" }".formatted(folder));
    String text = stored.with("gitlab", gitlabPart()).text();
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Configuration withSqlite() {
    return configuration.database(
        "sqlite",
        Configuration.target("test", sqlite("test"), "", ""),
        Configuration.target("prod", sqlite("prod"), "", ""));
  }

  private String gitlabPart() {
    return "url: %s%ntoken: %s%nwebhook: { secret_token: %s }%nread_timeout: 2s%ncall_timeout: 5s%n"
        .formatted(gitlab.url(), token, WEBHOOK_TOKEN);
  }

  /** The URL of a SQLite target in this world's folder. */
  public String sqlite(String name) {
    return "jdbc:sqlite:" + folder.resolve(name + ".db");
  }

  /** Executes on a SQLite target. */
  public void execute(String target, String... statements) {
    try (Connection connection = DriverManager.getConnection(sqlite(target));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The first column of the first row, from a SQLite target. */
  public @Nullable String query(String target, String sql) {
    try (Connection connection = DriverManager.getConnection(sqlite(target));
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Starts Sluice, on a new port, with GitLab's webhook pointing there. */
  public void start() {
    ConfigReader reader = new ConfigReader(Surroundings.ofThisProcess(), Rules.infos());
    ConfigWatch watch = ConfigWatch.start(file, reader);
    config = watch;
    sluice = Application.start(watch, clock, lanes);
    look = StoreDatabase.openReadOnly(watch.current().store(), clock);
    gitlab.configure(world -> project.hooks.clear());
    gitlab.addHook(project, webhooks().toString(), WEBHOOK_TOKEN, null);
  }

  /** Stops Sluice; webhooks meet a closed port from now on. */
  public void stop() {
    running(sluice).close();
    running(look).close();
    sluice = null;
    look = null;
  }

  public URI webhooks() {
    return URI.create("http://127.0.0.1:" + running(sluice).port() + "/webhooks/gitlab");
  }

  /** Read-only, for questions to the record. */
  public StoreDatabase store() {
    return running(look);
  }

  /** Waits until every webhook is delivered and all that is left waits for its next try. */
  void rest() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> gitlab.deliveries().awaitIdle(PATIENCE) && lanesInWork() == 0);
  }

  private int lanesInWork() {
    return store()
        .read(
            tx ->
                tx.handle()
                    .createQuery(
                        "select count(*) from lane where owner is not null or wake_at <= :now")
                    .bind("now", clock.instant())
                    .mapTo(Integer.class)
                    .one());
  }

  /** Waits until every webhook is delivered and all work is done that is not for much later. */
  public void settle() {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(this::quietTwice);
  }

  /** Work that ends may have made new work, which was not there at the first look. */
  private boolean quietTwice() throws InterruptedException {
    return quiet() && stillQuiet();
  }

  private boolean stillQuiet() throws InterruptedException {
    return quiet();
  }

  /** What waits for its next try need not be waited for: the clock moves there. */
  private boolean quiet() throws InterruptedException {
    if (!timersFired() || !gitlab.deliveries().awaitIdle(PATIENCE)) {
      return false;
    }
    QueueStats stats = stats();
    boolean soon = comesSoon();
    if (stats.ready() == 0 && soon) {
      clock.move(Duration.ofSeconds(1));
    }
    return stats.ready() == 0 && !soon && gitlab.deliveries().awaitIdle(PATIENCE);
  }

  /** What waits for a window or another hour of the day is not waited for. */
  private boolean comesSoon() {
    return store()
        .read(
            tx ->
                tx.handle()
                        .createQuery(
                            "select count(*) from item where state = 'READY'"
                                + " and (attempts > 0 or ready_at < :soon) and ready_at > :now")
                        .bind("now", clock.instant())
                        .bind("soon", clock.instant().plus(Duration.ofMinutes(1)))
                        .mapTo(Integer.class)
                        .one()
                    > 0);
  }

  /** Of the work queue. */
  public QueueStats stats() {
    return new Lanes(store(), lanes).stats();
  }

  /** Lets so much time pass that the reconciler looks again, and waits for what comes of it. */
  public void reconcile() {
    pass(Duration.ofMinutes(4));
    settle();
  }

  /** Time passes. */
  public void pass(Duration time) {
    clock.move(time);
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(this::timersFired);
  }

  private boolean timersFired() {
    return store()
            .read(
                tx ->
                    tx.handle()
                        .createQuery("select count(*) from timer where next_at <= :now")
                        .bind("now", clock.instant())
                        .mapTo(Integer.class)
                        .one())
        == 0;
  }

  private static <T> T running(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("Sluice is stopped");
    }
    return part;
  }

  @Override
  public void close() {
    if (sluice != null) {
      stop();
    }
    gitlab.close();
  }
}
