package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve",
        "demo",
        "review",
        "history",
        "baseline",
        "import",
        "drift",
        "compare",
        "backups",
        "health",
        "config check"
      })
  void everyCommandHasHelpWithExamplesAndExitCodes(String command) {
    assertThat(run((command + " --help").split(" "))).isZero();
    assertThat(out.toString())
        .contains("Examples:", "  sluice " + command, "Exit codes:", "--log-format");
  }

  @Test
  void theVersionIsPrinted() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("sluice ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "reviw", "review", "review --format xml a.sql", "serve --port 1"})
  void aCommandWrittenWronglyEndsWithTwo(String line) {
    assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("sluice");
  }

  @Test
  void configCheckTellsAllProblemsWithTheirPlaces() throws IOException {
    String file = file("c.yml", "gitlab: { url: https://g.example.com, token: t }\nzebra: 1\n");
    assertThat(run("config", "check", file)).isEqualTo(1);
    assertThat(out.toString())
        .contains(file + ":1:9 gitlab.webhook: ")
        .contains(file + ":2:1 zebra: is no key")
        .endsWith(file + " has 2 problem(s)\n");
  }

  @Test
  void configCheckOfAMissingFileSaysSo() {
    assertThat(run("config", "check", folder.resolve("no.yml").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no.yml cannot be read (NoSuchFileException)");
  }

  @Test
  void configSchemaIsJson() throws IOException {
    assertThat(run("config", "schema")).isZero();
    assertThat(new ObjectMapper().readTree(out.toString()).at("/properties/gitlab").isMissingNode())
        .isFalse();
  }

  @Test
  void reviewEndsWithOneWhenAFindingFails() throws IOException {
    String file = file("V1__a.sql", "create table a (id int);\n");
    assertThat(run("review", "--dialect", "postgresql", file)).isEqualTo(1);
    assertThat(out.toString())
        .contains("V1__a.sql:1:", "error require-primary-key", "| ^", "in 1 file");
  }

  @Test
  void reviewEndsWithZeroWhenNothingFails() throws IOException {
    file("V1__a.sql", "create table a (id int primary key);\n");
    assertThat(run("review", "-d", "sqlite", folder.toString())).isZero();
    assertThat(out.toString()).contains("0 errors");
  }

  @Test
  void thePlanTellsWhatEachStatementLocks() throws IOException {
    String file = file("V1__a.sql", "alter table t add column a int;\n");
    run("review", "-d", "postgresql", file);
    assertThat(out.toString()).doesNotContain("ACCESS EXCLUSIVE");
    run("review", "--plan", "-d", "postgresql", file);
    assertThat(out.toString()).containsPattern("V1__a.sql:1 .*ACCESS EXCLUSIVE .*reads and writes");
    run("review", "--plan", "--format", "json", "-d", "postgresql", file);
    assertThat(out.toString()).contains("\"plan\"", "\"lock\" : \"ACCESS EXCLUSIVE\"");
  }

  @Test
  void rulesOfTheHouseAndNewOnesAreToldInEveryFormat() throws IOException {
    String config =
        file(
            "bot-config.yml",
            """
            gitlab: { url: https://gitlab.example.com, token: t, webhook: { secret_token: s } }
            environments: [ { name: prod } ]
            databases:
              shop:
                engine: sqlite
                targets: { environment: prod, url: "jdbc:sqlite:shop.db" }
            projects:
              - name: shop
                repository: shop/database
                scripts: [ { path: "**/*.sql", databases: [ shop ] } ]
                owners: [ "@lin" ]
            review_policies: { default: { rules_version: 0.0.1 } }
            house_rules:
              ban-house: { statements: [ truncate, delete ], message: No, remedy: Never. }
            """);
    String script = file("V1__a.sql", "delete from a where id = 1;\n");
    for (String format : List.of("text", "json", "sarif")) {
      run("review", "-c", config, "-d", "sqlite", "--format", format, script);
      assertThat(out.toString())
          .as(format)
          .containsPattern("\\d+ rules are new since 0\\.0\\.1 and only inform: ban-")
          .contains("ban-house")
          .doesNotContainPattern("only inform:[^\n]*ban-house");
      out.getBuffer().setLength(0);
    }
    run("review", "-c", config, "-d", "sqlite", "--format", "sarif", script);
    var driver = new ObjectMapper().readTree(out.toString()).at("/runs/0/tool/driver/rules");
    assertThat(driver.findValuesAsText("id")).contains("ban-house");
  }

  @Test
  void failOnMovesTheBar() throws IOException {
    String file = file("V1__a.sql", "alter table a drop column b;\n");
    int byError = run("review", "-d", "postgresql", "--format", "json", file);
    int byInfo = run("review", "-d", "postgresql", "--fail-on", "info", file);
    assertThat(byError).isBetween(0, 1);
    assertThat(byInfo).isEqualTo(1);
  }

  @Test
  void reviewNeedsADialectOrAConfiguration() throws IOException {
    assertThat(run("review", file("V1__a.sql", "select 1;"))).isEqualTo(1);
    assertThat(err.toString()).contains("say its --dialect");
  }

  @Test
  void reviewTakesDialectAndPolicyFromTheConfigurationWithoutItsSecrets() throws IOException {
    // mappings are relative to the working directory, as they are to the repository
    Path here = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "review");
    Path sql = Files.writeString(here.resolve("V1__a.sql"), "create table a (id int);\n");
    String config =
        file(
            "c.yml",
            """
            gitlab:
              url: https://g.example.com
              token: ${env:SLUICE_TEST_NOT_SET}
              webhook: { signing_token: "${file:/not/there}" }
            environments: { name: test }
            databases: { a: { engine: sqlite, targets: { environment: test, url: "jdbc:sqlite:a" } } }
            projects:
              - { name: a, repository: r, review: lax, scripts: { path: "%s/*.sql", databases: a } }
            review_policies: { lax: { rules: { require-primary-key: warning } } }
            """
                .formatted(here));
    assertThat(run("review", "--config", config, sql.toString())).isZero();
    assertThat(out.toString()).contains("warning require-primary-key");
    assertThat(run("config", "check", config)).isEqualTo(1);
    assertThat(out.toString()).contains("needs the environment variable SLUICE_TEST_NOT_SET");
  }

  @Test
  void aDirectoryIsReviewedInTheOrderOfVersions() throws IOException {
    file("V10__drop.sql", "drop table a;\n");
    file("V9__make.sql", "create table a (id int primary key);\n");
    assertThat(SqlFiles.of(java.util.List.of(folder)).stream().map(p -> p.getFileName().toString()))
        .containsExactly("V9__make.sql", "V10__drop.sql");
  }

  @Test
  void healthAsksTheServer() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/healthz", exchange -> exchange.sendResponseHeaders(200, -1));
    server.createContext("/readyz", exchange -> exchange.sendResponseHeaders(503, -1));
    server.start();
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      assertThat(run("health", "--url", base + "/healthz")).isZero();
      assertThat(run("health", "--url", base + "/readyz")).isEqualTo(1);
    } finally {
      server.stop(0);
    }
    assertThat(run("health", "--url", base + "/healthz")).isEqualTo(1);
    assertThat(err.toString()).contains("does not answer");
  }
}
