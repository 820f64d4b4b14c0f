package dev.sluice.review.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.review.Finding;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.SampleCatalog;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.Severity;
import dev.sluice.review.TargetReview;
import dev.sluice.review.engine.Reviewer;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRuleTest {
  private static final HouseCondition ANYTHING = condition(Map.of(), List.of(), Optional.empty());
  private static final Catalog SHOP =
      SampleCatalog.of(
          """
          -- version: 16.4
          CREATE TABLE orders (id bigint PRIMARY KEY, total integer, status varchar(20));
          CREATE INDEX orders_total ON orders (total);
          """,
          Dialect.POSTGRESQL);

  private Dialect dialect = Dialect.POSTGRESQL;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create_table | create table public.t (id int) | public t",
        "create_table | create table if not exists \"T\" (id int) | 'public T'",
        "drop_table | drop table orders | 'public orders'",
        "rename_table | alter table orders rename to o2 | 'public orders o2'",
        "new_column | create table t (id int, b text) | 'public t id integer; public t b text'",
        "new_column | alter table orders add column b text, add c int | 'public orders b text; public orders c integer'",
        "add_column | create table t (id int) | ''",
        "add_column | alter table orders add column b text | 'public orders b text'",
        "drop_column | alter table orders drop column total | 'public orders total'",
        "rename_column | alter table orders rename total to sum | 'public orders total sum'",
        "change_column | alter table orders alter total type numeric(9,2) | 'public orders total numeric(9,2)'",
        "change_null_or_default | alter table orders alter total set not null | 'public orders total'",
        "new_constraint | alter table orders add constraint c check (total > 0) | 'public orders c'",
        "new_primary_key | create table t (id int primary key) | 'public t'",
        "new_unique | alter table orders add unique (total) | 'public orders'",
        "new_foreign_key | create table t (o bigint references orders) | 'public t'",
        "new_check | create table t (o bigint, constraint positive check (o > 0)) | 'public t positive'",
        "drop_constraint | alter table orders drop constraint orders_pkey | 'public orders orders_pkey'",
        "create_index | create index concurrently i on orders (total) | 'public orders i'",
        "drop_index | drop index orders_total | orders_total",
        "create_view | create view v as select 1 | v",
        "drop_view | create view public.v as select 1; drop view public.v | public v",
        "truncate | truncate orders | 'public orders'",
        "insert | insert into orders (id) values (1) | 'public orders'",
        "update | update orders set total = 1 where id = 1 | 'public orders'",
        "delete | delete from orders where id = 1 | 'public orders'",
        "select | select 1 | ''",
        "set | set search_path = a | search_path",
        "grant | grant select on orders to app | orders",
        "revoke | revoke all on orders from app | orders",
        "comment | comment on table orders is 'x' | orders",
        "create_routine | create function f() returns int language sql as 'select 1' | f",
        "drop_routine | drop function f() | f",
        "create_trigger | create trigger g after insert on orders execute function f() | 'public orders g'",
        "drop_trigger | drop trigger g on orders | g",
        "create_other | create sequence q | q",
        "alter_other | alter sequence q restart | q",
        "drop_other | drop sequence q | q",
        "any | vacuum | ''"
      })
  void eachKindOfStatementIsKnownWithWhatItNames(String kind, String sql, String expected) {
    StatementKind wanted = kind(kind);
    String told =
        String.join(
            "; ",
            messages(
                rule(
                    Set.of(wanted),
                    ANYTHING,
                    "=" + "{{schema}} {{table}} {{column}} {{name}} {{type}}"),
                sql + ";"));
    assertThat(
            told.replaceAll(" +", " ")
                .replace("= ", "=")
                .replace(" ;", ";")
                .replace("=", "")
                .strip())
        .isEqualTo(expected.strip());
  }

  @Test
  void everyKindIsInTheTableAbove() throws NoSuchMethodException {
    CsvSource table =
        HouseRuleTest.class
            .getDeclaredMethod(
                "eachKindOfStatementIsKnownWithWhatItNames",
                String.class,
                String.class,
                String.class)
            .getAnnotation(CsvSource.class);
    assertThat(Arrays.stream(table.value()).map(l -> kind(l.split("\\|")[0].strip())))
        .containsAll(EnumSet.allOf(StatementKind.class));
  }

  @Test
  void allConditionsOfWhenMustFitAndNoneOfUnless() {
    HouseRuleSettings rule =
        rule(
            Set.of(StatementKind.NEW_COLUMN),
            condition(Map.of(Part.TABLE, "t_.*", Part.TYPE, "text"), List.of(), Optional.empty()),
            "{{column}}",
            condition(Map.of(Part.COLUMN, "note"), List.of(), Optional.empty()),
            condition(Map.of(), List.of("NOT NULL", "default  'x'"), Optional.empty()));
    String sql =
        """
        create table t_a (a text, note text, b int, c text not null, d text default 'x',
          e text /* not null */ default 'not null');
        create table u_a (a text);
        """;
    assertThat(messages(rule, sql)).containsExactly("a", "e");
  }

  @Test
  void aTypeGoesByWhatIsWrittenByItsNameAndWithItsArguments() {
    String sql = "create table t (a int4, b numeric(9,2), c VARCHAR(20), d serial, e text);";
    assertThat(messages(typed("int4"), sql)).containsExactly("a");
    assertThat(messages(typed("integer"), sql)).contains("a");
    assertThat(messages(typed("numeric\\(9,2\\)|varchar"), sql)).containsExactly("b", "c");
    assertThat(messages(typed("(big)?serial"), sql)).containsExactly("d");
  }

  private static HouseRuleSettings typed(String type) {
    return rule(
        Set.of(StatementKind.NEW_COLUMN),
        condition(Map.of(Part.TYPE, type), List.of(), Optional.empty()),
        "{{column}}");
  }

  @Test
  void newTablesCanBeLeftOut() {
    String sql =
        "create table t (id int); create index i on t (id); create index j on orders (id);";
    for (boolean fresh : new boolean[] {true, false}) {
      HouseRuleSettings rule =
          rule(
              Set.of(StatementKind.CREATE_INDEX),
              condition(Map.of(), List.of(), Optional.of(fresh)),
              "{{name}}");
      assertThat(messages(rule, sql)).containsExactly(fresh ? "i" : "j");
    }
  }

  @Test
  void theFindingPointsAtTheClauseAndHasAllTexts() {
    Finding finding =
        findings(
                new HouseRuleSettings(
                    Set.of(StatementKind.DROP_COLUMN),
                    Set.of(),
                    ANYTHING,
                    List.of(),
                    "{{ column }} goes",
                    "{{table}} loses it.",
                    "Keep {{column}}.",
                    Severity.ERROR),
                "alter table orders\n  add a int,\n  drop column total;")
            .get(0);
    assertThat(finding.place().start().line()).isEqualTo(3);
    assertThat(finding.message()).isEqualTo("total goes");
    assertThat(finding.effect()).isEqualTo("orders loses it.");
    assertThat(finding.remedy()).isEqualTo("Keep total.");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.rule().value()).isEqualTo("ban-house");
  }

  @Test
  void otherEnginesAreLeftAlone() {
    HouseRuleSettings mysql =
        new HouseRuleSettings(
            Set.of(StatementKind.DELETE),
            Set.of(Dialect.MYSQL),
            ANYTHING,
            List.of(),
            "m",
            "e.",
            "r.",
            Severity.ERROR);
    assertThat(findings(mysql, "delete from orders where id = 1;")).isEmpty();
    dialect = Dialect.MYSQL;
    assertThat(findings(mysql, "delete from orders where id = 1;")).hasSize(1);
  }

  @Test
  void aRuleTellsOfItselfInWords() {
    HouseRuleSettings rule =
        rule(
            Set.of(StatementKind.UPDATE),
            condition(Map.of(Part.TABLE, "price.*"), List.of(), Optional.of(false)),
            "prices of {{table}} are history",
            condition(Map.of(), List.of("valid_from"), Optional.empty()));
    var info = HouseRules.infos(Map.of("ban-house", rule)).get(0);
    assertThat(info.title()).isEqualTo("prices of <table> are history");
    assertThat(info.explanation().when())
        .isEqualTo(
            "A rule of this house, declared in Sluice's configuration: update where table is like"
                + " price.* and the table is not new, unless it says valid_from.");
  }

  private static StatementKind kind(String id) {
    return Arrays.stream(StatementKind.values())
        .filter(k -> k.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static HouseCondition condition(
      Map<Part, String> patterns, List<String> clause, Optional<Boolean> fresh) {
    return new HouseCondition(
        pattern(patterns, Part.SCHEMA),
        pattern(patterns, Part.TABLE),
        pattern(patterns, Part.COLUMN),
        pattern(patterns, Part.NAME),
        pattern(patterns, Part.TYPE),
        clause,
        fresh);
  }

  private static Optional<Pattern> pattern(Map<Part, String> patterns, Part part) {
    return Optional.ofNullable(patterns.get(part)).map(Pattern::compile);
  }

  private static HouseRuleSettings rule(
      Set<StatementKind> kinds, HouseCondition when, String message, HouseCondition... unless) {
    return new HouseRuleSettings(
        kinds, Set.of(), when, List.of(unless), message, "e.", "r.", Severity.WARNING);
  }

  private List<String> messages(HouseRuleSettings rule, String sql) {
    return findings(rule, sql).stream().map(Finding::message).toList();
  }

  private List<Finding> findings(HouseRuleSettings rule, String sql) {
    TargetReview review =
        new Reviewer(HouseRules.of(Map.of("ban-house", rule)))
            .review(
                new ReviewedTarget(TargetName.parse("shop@prod"), dialect, true, ""),
                List.of(new ScriptUnderReview("V1__x.sql", new SqlReader().read(sql, dialect))),
                dialect == Dialect.POSTGRESQL ? SHOP : Catalog.unread(dialect),
                OfflineJudges.of(dialect),
                ReviewPolicy.DEFAULT);
    return review.findings();
  }
}
