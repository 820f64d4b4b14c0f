package dev.sluice.benchmark;

import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;

/**
 * 1,000 small statements: from the merge to the result note, against the database's own client and
 * against Flyway, each from the start of its process or call to its end.
 */
final class DeployThroughput {
  private static final int STATEMENTS = 1000;
  private static final int TIMES = 5;

  private DeployThroughput() {}

  /** One run on a fresh database. */
  private interface Way {
    void run(TestDatabase database, Path script) throws IOException, InterruptedException;
  }

  static void run() throws IOException, InterruptedException {
    measure("postgresql", EmbeddedDatabases::postgres, "psql -f", DeployThroughput::psql);
    measure("mysql", EmbeddedDatabases::mysql, "mysql <", DeployThroughput::mysql);
    measure("mariadb", EmbeddedDatabases::mariadb, "mysql <", DeployThroughput::mysql);
  }

  private static void measure(
      String engine, Supplier<TestDatabase> databases, String clientName, Way client)
      throws IOException, InterruptedException {
    Figures own = times(databases, client, STATEMENTS);
    Figures flyway = times(databases, DeployThroughput::flyway, STATEMENTS);
    Figures sluice = new Figures();
    Figures one = new Figures();
    for (int i = 0; i < TIMES; i++) {
      sluice.add(merged(engine, databases.get(), STATEMENTS));
      one.add(merged(engine, databases.get(), 1));
    }
    tell(engine + ", " + clientName, own, own);
    tell(engine + ", Flyway migrate", flyway, own);
    tell(engine + ", Sluice, merge to result note", sluice, own);
    tell(engine + ", Sluice, the same with 1 statement", one, own);
  }

  private static void tell(String name, Figures figures, Figures base) {
    System.out.printf(
        Locale.ROOT,
        "%-48s %5.2f × (%.0f ms)%n",
        name,
        figures.median() / base.median(),
        figures.median());
  }

  private static Figures times(Supplier<TestDatabase> databases, Way way, int statements)
      throws IOException, InterruptedException {
    Figures figures = new Figures();
    for (int i = 0; i <= TIMES; i++) {
      TestDatabase database = databases.get();
      Path folder = Files.createTempDirectory("sluice-bench");
      Path script = folder.resolve("V1__small.sql");
      Files.writeString(script, Scripts.small(statements));
      long start = System.nanoTime();
      way.run(database, script);
      if (i > 0) {
        figures.add(System.nanoTime() - start);
      }
    }
    return figures;
  }

  private static void psql(TestDatabase database, Path script)
      throws IOException, InterruptedException {
    URI uri = URI.create(database.url().substring("jdbc:".length()));
    String url =
        "postgresql://%s@%s:%d%s"
            .formatted(database.username(), uri.getHost(), uri.getPort(), uri.getPath());
    client(
        Map.of("PGPASSWORD", database.password()),
        List.of("psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", script.toString(), url));
  }

  private static void mysql(TestDatabase database, Path script)
      throws IOException, InterruptedException {
    URI uri = URI.create(database.url().substring("jdbc:".length()));
    client(
        Map.of("MYSQL_PWD", database.password()),
        List.of(
            "mysql",
            "--no-defaults",
            "-h",
            uri.getHost(),
            "-P",
            String.valueOf(uri.getPort()),
            "-u",
            database.username(),
            "-e",
            "source " + script,
            uri.getPath().substring(1)));
  }

  private static void client(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " ended with " + process.exitValue());
    }
  }

  private static void flyway(TestDatabase database, Path script) {
    Flyway.configure()
        .dataSource(
            database.url().replaceFirst("^jdbc:mysql:", "jdbc:mariadb:"),
            database.username(),
            database.password())
        .locations("filesystem:" + script.getParent())
        .load()
        .migrate();
  }

  private static long merged(String engine, TestDatabase database, int statements)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sluice-bench");
    try (Office office = new Office(folder, Databases.of(engine, database))) {
      office.serve();
      MergeRequest mr =
          office.open(FileAction.put("orders/V1__small.sql", Scripts.small(statements)));
      while (!office.reviewed(mr)) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      long start = System.nanoTime();
      office.developer().merge(mr);
      while (!office.told(mr)) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      return System.nanoTime() - start;
    }
  }
}
