package dev.sluice.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.Table;
import dev.sluice.change.TargetName;
import dev.sluice.probe.Answer;
import dev.sluice.probe.Answer.Affected;
import dev.sluice.probe.Answer.Misfits;
import dev.sluice.probe.Answer.Unknown;
import dev.sluice.probe.Probe;
import dev.sluice.probe.ProbeLimits;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Each probe on the real engines. */
@ParameterizedClass
@EnumSource(Dialect.class)
final class ProberTest {
  private static final ProbeLimits PATIENT =
      new ProbeLimits(Duration.ofSeconds(20), Duration.ofSeconds(60));

  private final Dialect dialect;
  private final EmbeddedDatabases.TestDatabase database;
  private final TargetDatabase target;
  private Connection review;

  ProberTest(Dialect dialect) throws Exception {
    this.dialect = dialect;
    database = EmbeddedDatabases.of(dialect, Files.createTempDirectory("prober"));
    target = TargetDatabase.of(TargetName.of("orders", "test"), dialect, database.settings());
    database.execute(
        "create table parents (id integer primary key)",
        "insert into parents values (1), (2)",
        "create table "
            + quoted("Chil;d 'x\"`y")
            + " (id integer, "
            + quoted("paren\"t; --")
            + " integer, name varchar(50), amount numeric(12, 2))",
        "insert into "
            + quoted("Chil;d 'x\"`y")
            + " values"
            + " (1, 1, 'lindgren', 5), (2, 7, 'lindgren', 70000), (3, 7, 'ada', null),"
            + " (4, 123456, null, -70000), (5, null, 'ada', 1)");
    review = target.openForReview();
  }

  @AfterEach
  void close() throws SQLException {
    review.close();
  }

  private String quoted(String name) {
    return switch (dialect) {
      case POSTGRESQL, SQLITE -> '"' + name.replace("\"", "\"\"") + '"';
      case MYSQL, MARIADB -> '`' + name.replace("`", "``") + '`';
    };
  }

  /** As the catalog has it. */
  private ObjectName table(String name) throws SQLException {
    String folded = dialect.fold(name, true);
    return target.readCatalog(review).tables().stream()
        .map(Table::name)
        .filter(t -> t.name().equals(folded))
        .findFirst()
        .orElseThrow();
  }

  private ObjectName children() throws SQLException {
    return table("Chil;d 'x\"`y");
  }

  private Answer ask(Probe probe, ProbeLimits limits) {
    return target.prober(review).answer(List.of(probe), limits).to(probe).orElseThrow();
  }

  private Answer ask(Probe probe) {
    return ask(probe, PATIENT);
  }

  private static Probe affected(String query) {
    return new Probe.AffectedRows("UPDATE", query, List.of(), Optional.empty());
  }

  @Test
  void duplicatesAreCountedAndTheirKeysAreMasked() throws SQLException {
    Probe one =
        new Probe.Duplicates(children(), List.of(new Probe.Key("name", false)), Optional.empty());
    assertThat(ask(one)).isInstanceOf(Misfits.class);
    Misfits found = (Misfits) ask(one);
    assertThat(found.rows()).isEqualTo(4);
    assertThat(found.samples()).containsExactlyInAnyOrder("li… ×2", "… ×2");
    Probe two =
        new Probe.Duplicates(
            children(),
            List.of(new Probe.Key("upper(name)", true), new Probe.Key("paren\"t; --", false)),
            Optional.of("amount > 0"));
    assertThat(ask(two)).isEqualTo(new Misfits(0, List.of()));
  }

  @Test
  void nullsAndOrphansAreCounted() throws SQLException {
    assertThat(ask(new Probe.Nulls(children(), "name"))).isEqualTo(new Misfits(1, List.of()));
    Misfits orphans =
        (Misfits)
            ask(
                new Probe.Orphans(
                    children(), List.of("paren\"t; --"), table("parents"), List.of("id")));
    assertThat(orphans.rows()).isEqualTo(3);
    assertThat(orphans.samples()).containsExactlyInAnyOrder("… ×2", "1… ×1");
  }

  @Test
  void valuesThatDoNotFitAreCounted() throws SQLException {
    if (dialect != Dialect.SQLITE) { // it has no such types
      assertThat(ask(new Probe.TooLong(children(), "name", 7)))
          .isEqualTo(new Misfits(2, List.of()));
    }
    assertThat(
            ask(
                new Probe.OutOfRange(
                    children(), "amount", new BigDecimal("-32768"), new BigDecimal("32767"))))
        .isEqualTo(new Misfits(2, List.of()));
    assertThat(ask(new Probe.Violations(children(), "amount > 0 and id <> 5")))
        .isEqualTo(new Misfits(2, List.of()));
  }

  @Test
  void rowsThatAStatementChangesAreCountedAndItsScansAreNamed() throws SQLException {
    database.execute("create table items (id integer primary key, kind varchar(10))");
    StringBuilder values = new StringBuilder("insert into items values (0, 'a')");
    for (int i = 1; i < 2000; i++) {
      values.append(", (").append(i).append(", 'b')");
    }
    database.execute(values.toString(), "analyze" + (mysql() ? " table" : "") + " items");
    Affected scan = (Affected) ask(affected("select 1 from items x where kind = 'a'"));
    assertThat(scan.rows()).isEqualTo(1);
    assertThat(scan.counted()).isTrue();
    assertThat(scan.scanned()).containsExactly(dialect == Dialect.POSTGRESQL ? "items" : "x");
    Affected byKey = (Affected) ask(affected("select 1 from items where id = 7"));
    assertThat(byKey).isEqualTo(new Affected(1, true, List.of()));
  }

  private boolean mysql() {
    return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
  }

  @Test
  void whatMayDoMoreThanReadIsNotRun() {
    Probe probe =
        new Probe.AffectedRows(
            "UPDATE", "select 1 from parents where f(id) = 1", List.of(), Optional.of("calls f()"));
    assertThat(ask(probe)).isInstanceOf(Unknown.class);
    Probe known =
        new Probe.AffectedRows(
            "UPDATE", "select 1 from parents", List.of(), Optional.of("calls f()"));
    Answer answer = ask(known);
    if (dialect == Dialect.POSTGRESQL) {
      assertThat(((Affected) answer).counted()).isFalse();
    } else {
      assertThat(answer).isEqualTo(new Unknown("not asked: it calls f()"));
    }
  }

  @Test
  void whatTakesTooLongIsNotKnownAndTheNextProbeIsAnswered() throws SQLException {
    database.execute(
        "create table many (id integer)", "insert into many values (1), (2), (3), (4)");
    for (int i = 0; i < 4; i++) {
      database.execute("insert into many select a.id from many a, many b limit 4000");
    }
    String slow = "select 1 from many a, many b, many c where a.id + b.id + c.id = 0";
    ProbeLimits hasty = new ProbeLimits(Duration.ofMillis(300), Duration.ofSeconds(20));
    Probe probe =
        new Probe.Violations(table("many"), "not exists (" + slow + " and a.id < many.id)");
    assertThat(ask(probe, hasty)).isEqualTo(new Unknown("timed out after 300ms"));
    assertThat(ask(new Probe.Nulls(table("many"), "id"), hasty))
        .isEqualTo(new Misfits(0, List.of()));
  }

  /** The second review of a change goes through the same connection. */
  @Test
  void afterATimeoutTheConnectionHasItsUsualLimit() throws Exception {
    database.execute(
        "create table many (id integer)", "insert into many values (1), (2), (3), (4)");
    for (int i = 0; i < 4; i++) {
      database.execute("insert into many select a.id from many a, many b limit 4000");
    }
    Duration limit = Duration.ofMillis(300);
    Probe slow =
        new Probe.Violations(
            table("many"),
            "not exists (select 1 from many a, many b, many c where a.id + b.id + c.id = 0"
                + " and a.id < many.id)");
    assertThat(ask(slow, new ProbeLimits(limit, Duration.ofSeconds(20))))
        .isEqualTo(new Unknown("timed out after 300ms"));
    String patient =
        switch (dialect) {
          case POSTGRESQL -> "select pg_sleep(0.6)";
          case MYSQL, MARIADB -> "select sleep(0.6) from parents limit 1";
          case SQLITE -> "select count(*) from many a, many b where a.id + b.id = 0";
        };
    try (Statement query = review.createStatement()) {
      assertThat(query.execute(patient)).isTrue();
    }
  }

  @Test
  void aProbeThatFailsOrComesTooLateIsAnAnswerOfItsOwn() throws SQLException {
    Probe wrong = new Probe.Nulls(children(), "no such column");
    assertThat(ask(wrong)).isInstanceOf(Unknown.class);
    ProbeLimits none = new ProbeLimits(Duration.ofSeconds(3), Duration.ZERO);
    assertThat(((Unknown) ask(new Probe.Nulls(children(), "name"), none)).why())
        .contains("are used up");
    assertThat(ask(new Probe.Nulls(children(), "name"))).isEqualTo(new Misfits(1, List.of()));
  }

  @Test
  void aKeyIsNeverShownInFull() {
    assertThat(MaskedKey.masked("")).isEqualTo("…");
    assertThat(MaskedKey.masked("abc")).isEqualTo("…");
    assertThat(MaskedKey.masked("1234567")).isEqualTo("1…");
    assertThat(MaskedKey.masked("lin@example.com")).isEqualTo("li…");
    assertThat(MaskedKey.masked("😀😀😀😀😀")).isEqualTo("😀…");
  }
}
