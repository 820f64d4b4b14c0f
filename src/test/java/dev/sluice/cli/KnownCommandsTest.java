package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Dialect;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.StoreSettings;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The histories of other tools, Flyway's made by Flyway itself, as the command line takes them. */
final class KnownCommandsTest {
  @TempDir Path folder = Path.of("");
  private StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "SQLITE"})
  void whatFlywayRanIsTakenOver(Dialect dialect) throws IOException {
    TestDatabase database = target(dialect);
    script("V1__orders.sql", "\uFEFFcreate table orders (id int);\r\n");
    script("V2__note.sql", "alter table orders add column note varchar(20);\n");
    script("R__sums.sql", "create view sums as select count(*) as n from orders;\n");
    script("V3__gone.sql", "create table gone (id int);\n");
    Flyway.configure()
        .dataSource(database.url(), database.username(), database.password())
        .locations("filesystem:" + folder.resolve("orders"))
        .table("old_history")
        .load()
        .migrate();
    Files.delete(folder.resolve("orders/V3__gone.sql"));
    script("V2__note.sql", "alter table orders add column note varchar(30);\n");
    script("V4__new.sql", "create table more (id int);\n");

    assertThat(imports("--from", "flyway")).isEqualTo(1);
    assertThat(err.toString()).contains("flyway_schema_history");
    assertThat(
            run(
                "import",
                "orders@test",
                "--from",
                "flyway",
                "--table",
                "old_history",
                "-c",
                config()))
        .as("GitLab does not answer")
        .isEqualTo(1);
    assertThat(err.toString())
        .contains("sluice: the scripts cannot be read through GitLab", "--scripts reads them");
    assertThat(imports("--from", "flyway", "--table", "old_history", "--dry-run")).isZero();
    assertThat(out.toString()).contains("Would record 4 scripts for orders@test.");
    assertThat(imports("--from", "flyway", "--table", "old_history")).isZero();
    assertThat(lines())
        .contains("recorded #1 1 orders/V1__orders.sql")
        .contains("recorded, differs #2 2 orders/V2__note.sql the file is not what ran")
        .contains("recorded, no file #3 3 V3__gone.sql")
        .contains("recorded #4 orders/R__sums.sql")
        .contains("did not run 4 orders/V4__new.sql")
        .contains("Recorded 4 scripts in the history of orders@test.");
    assertThat(imports("--from", "flyway", "--table", "old_history")).as("again").isZero();

    database.execute("update old_history set success = false where installed_rank = 2");
    assertThat(imports("--from", "flyway", "--table", "old_history")).isEqualTo(1);
    assertThat(lines()).contains("Nothing is recorded:", "#2 V2__note.sql failed with Flyway");
  }

  @Test
  void whatLiquibaseRanIsTakenOver() throws IOException {
    TestDatabase database = target(Dialect.SQLITE);
    script("1_tables.sql", "--liquibase formatted sql\n--changeset lin:1\nselect 1;\n");
    database.execute(
        """
        create table databasechangelog (id varchar(255) not null, author varchar(255) not null,
          filename varchar(255) not null, dateexecuted datetime not null, orderexecuted int not null,
          exectype varchar(10) not null, md5sum varchar(35), description varchar(255),
          comments varchar(255), tag varchar(255), liquibase varchar(20), contexts varchar(255),
          labels varchar(255), deployment_id varchar(10))
        """,
        change("1", "db/orders/1_tables.sql", 1, "EXECUTED"),
        change("2", "db/orders/1_tables.sql", 2, "RERAN"),
        change("3", "db/views.xml", 3, "EXECUTED"));
    assertThat(imports("--from", "liquibase")).isZero();
    assertThat(lines())
        .contains("recorded #1 orders/1_tables.sql")
        .contains("recorded #2 orders/1_tables.sql another part of the same file")
        .contains("recorded, no file #3 db/views.xml")
        .contains("Recorded 2 scripts");
    database.execute(change("4", "db/bad.sql", 4, "FAILED"));
    assertThat(imports("--from", "liquibase")).isEqualTo(1);
    assertThat(lines()).contains("failed with Liquibase");
  }

  private static String change(String id, String file, int order, String type) {
    return "insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
        + " values ('%s', 'lin', '%s', '2026-05-03 10:00:00.000', %d, '%s')"
            .formatted(id, file, order, type);
  }

  @Test
  void whereGolangMigrateStoppedIsTheBaseline() throws IOException {
    TestDatabase database = target(Dialect.SQLITE);
    script("1_a.up.sql", "create table a (id int);\n");
    script("2_b.up.sql", "create table b (id int);\n");
    script("3_c.up.sql", "create table c (id int);\n");
    script("1_a.down.sql", "drop table a;\n");
    database.execute(
        "create table schema_migrations (version uint64, dirty bool)",
        "insert into schema_migrations values (2, 1)");
    assertThat(imports("--from", "golang-migrate")).isEqualTo(1);
    assertThat(lines()).contains("version 2 is dirty", "migrate force 2");
    database.execute("update schema_migrations set dirty = 0");
    assertThat(imports("--from", "golang-migrate")).isZero();
    assertThat(lines())
        .contains("recorded version 2 2 everything up to this version counts as run")
        .contains("recorded version 2 1 orders/1_a.up.sql")
        .contains("did not run 3 orders/3_c.up.sql")
        .doesNotContain("down.sql");
  }

  @Test
  void aListOfVersionsIsTakenOver() throws IOException {
    target(Dialect.SQLITE);
    script("V1.2__a.sql", "create table a (id int);\n");
    Path csv = Files.writeString(folder.resolve("v.csv"), "database,version\norders,v1.2\n");
    assertThat(imports("--from", "bytebase", "--file", csv.toString())).isZero();
    assertThat(lines()).contains("recorded entry 1 1.2 orders/V1.2__a.sql");
    Path json = Files.writeString(folder.resolve("v.json"), "[{\"version\":\"9\"}]");
    assertThat(imports("--from", "bytebase", "--file", json.toString())).isZero();
    assertThat(lines()).contains("recorded, no file entry 1 9 bytebase 9");
    assertThat(imports("--from", "bytebase")).isEqualTo(1);
    assertThat(err.toString()).contains("--file versions.csv");
  }

  @Test
  void aBaselineIsMadeAndDriftIsShown() throws IOException {
    TestDatabase database = target(Dialect.SQLITE);
    database.execute("create table orders (id int)");
    StoreSettings store = StoreSettings.sqlite(folder.resolve("sluice.db"));
    StoreDatabase.open(store, Clock.systemUTC()).close();
    assertThat(run("baseline", "orders@test", "--version", "42", "-c", config())).isZero();
    assertThat(lines())
        .contains("orders@test has its baseline: 1 object, schema ")
        .contains("Scripts up to version 42 count as run.");
    assertThat(run("baseline", "orders@test", "--version", "x", "-c", config())).isEqualTo(1);
    assertThat(run("drift", "-c", config())).isEqualTo(1);
    assertThat(lines()).contains("orders@test not compared: looked at for the first time");
  }

  private String config() {
    return folder.resolve("bot-config.yml").toString();
  }

  private TestDatabase target(Dialect dialect) throws IOException {
    TestDatabase database = EmbeddedDatabases.of(dialect, folder);
    String account =
        Optional.of(database.username())
            .filter(u -> !u.isEmpty())
            .map(u -> ", username: " + u + ", password: " + database.password())
            .orElse("");
    Files.writeString(
        folder.resolve("bot-config.yml"),
        """
        server: { listen: "127.0.0.1:0" }
        gitlab: { url: "http://127.0.0.1:9", token: t, webhook: { secret_token: s } }
        store: { url: "jdbc:sqlite:%s/sluice.db" }
        environments: [ { name: test } ]
        databases:
          orders:
            engine: %s
            targets: [ { environment: test, url: "%s"%s } ]
        projects:
          - name: orders
            repository: shop/database
            scripts: [ { path: "orders/**/*.sql", databases: [ orders ] } ]
            owners: [ "@lin" ]
        """
            .formatted(folder, dialect.name().toLowerCase(Locale.ROOT), database.url(), account));
    return database;
  }

  private void script(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("orders"));
    Files.writeString(folder.resolve("orders").resolve(name), text);
  }

  private int imports(String... more) {
    String[] args = new String[more.length + 6];
    args[0] = "import";
    args[1] = "orders@test";
    args[2] = "--scripts";
    args[3] = folder.toString();
    args[4] = "-c";
    args[5] = config();
    System.arraycopy(more, 0, args, 6, more.length);
    return run(args);
  }

  private int run(String... args) {
    out = new StringWriter();
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  /** What was printed, with one blank between columns. */
  private String lines() {
    return out.toString().replaceAll(" +", " ");
  }
}
