package dev.sluice.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.Change;
import dev.sluice.change.Environment;
import dev.sluice.change.MappedScript;
import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Sha256;
import dev.sluice.change.TargetName;
import dev.sluice.flow.DiffChange.Difference;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.review.ReviewPolicies;
import dev.sluice.review.SampleCatalog;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiffChangeTest {
  private static final TargetName PROD = TargetName.parse("shop@prod");
  private static final Catalog SHOP =
      SampleCatalog.of(
          """
          -- version: 16.4
          CREATE TABLE customers (id bigint PRIMARY KEY, email text);
          CREATE TABLE orders (id bigint PRIMARY KEY, total integer, status varchar(20));
          CREATE INDEX orders_total ON orders (total);
          CREATE VIEW report AS SELECT 1;
          """,
          Dialect.POSTGRESQL);

  private String note = "";

  @Test
  void tablesAreComparedAsTheyAreAfterAllScripts() {
    Difference difference =
        of(
            """
            create table payments (id bigint primary key, order_id bigint not null references orders);
            alter table orders add column note text default 'x', drop column status;
            """,
            """
            alter table orders rename column note to remark;
            create unique index concurrently orders_remark on orders (remark) where total > 0;
            drop table customers;
            insert into payments values (1, 1);
            """);
    assertThat(difference.text().lines())
        .containsSequence("--- table public.customers", "+++ /dev/null")
        .contains("-  email text")
        .containsSequence("--- table public.orders", "+++ table public.orders")
        .contains(
            " table public.orders",
            "   total integer",
            "-  status character varying(20)",
            "+  remark text default 'x'",
            "   index orders_total (total)",
            "+  unique index orders_remark (remark) where total > 0")
        .containsSequence("--- /dev/null", "+++ table public.payments")
        .contains(
            "+  id bigint not null",
            "+  primary key payments_pkey (id)",
            "+  foreign key payments_order_id_fkey (order_id) references public.orders (id)");
    assertThat(difference.unseen()).isEmpty();
    assertThat(difference.note()).isEmpty();
  }

  @Test
  void whatIsNotComparedIsSaidWithItsPlace() {
    Difference difference =
        of(
            """
                create table t (id int primary key);
                frobnicate orders hard;
                create or replace view report as select 2;
                create function f() returns int language sql as 'select 1';
                do $$ begin execute 'drop table orders'; end $$;
                create table copy as select * from orders;
                comment on table orders is 'x';
                grant select on orders to app;
                """);
    assertThat(difference.text()).contains("+++ table public.t").doesNotContain("public.orders");
    assertThat(difference.unseen())
        .extracting(u -> u.place().start().line() + " " + u.why())
        .satisfiesExactly(
            u -> assertThat(u).startsWith("2 not understood: "),
            u -> assertThat(u).isEqualTo("3 the query of view report is not compared"),
            u -> assertThat(u).startsWith("4 CREATE FUNCTION f: only tables, columns,"),
            u -> assertThat(u).startsWith("5 the code of a DO block"),
            u -> assertThat(u).isEqualTo("6 the columns of copy come from a query"));
  }

  @Test
  void dataChangesNoSchema() {
    Difference difference = of("update orders set total = 1 where id = 1;");
    assertThat(difference.text()).isEmpty();
    assertThat(difference.unseen()).isEmpty();
  }

  @Test
  void whereTheSchemaCouldNotBeReadNothingIsClaimed() {
    note = "not reachable: connection refused";
    Difference difference = of("create table t (id int primary key);");
    assertThat(difference.text()).isEmpty();
    assertThat(difference.note()).isEqualTo(note);
  }

  private Difference of(String... scripts) {
    Landscape landscape =
        new Landscape(
            List.of(new Environment("prod", Environment.DeployMode.MANUAL, Optional.empty())),
            Map.of("shop", new Landscape.Database(Dialect.POSTGRESQL, List.of(PROD))),
            List.of(),
            new ReviewPolicies(Map.of()),
            Map.of());
    TargetCatalogs catalogs =
        new TargetCatalogs() {
          @Override
          public <T> T with(TargetName target, Dialect dialect, boolean offline, Look<T> look) {
            Catalog catalog = note.isEmpty() ? SHOP : Catalog.unread(dialect);
            return look.at(new Sight(catalog, OfflineJudges.of(dialect), Optional.empty(), note));
          }
        };
    List<Difference> all =
        new DiffChange(() -> landscape, catalogs, new SqlReader()).of(change(scripts), false);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static Change change(String... scripts) {
    List<MappedScript> mapped = new ArrayList<>();
    for (String sql : scripts) {
      String path = "V" + (mapped.size() + 1) + "__x.sql";
      ScriptName name = ScriptName.parse(path).orElseThrow();
      mapped.add(
          new MappedScript(new Script(path, name, sql, Sha256.of(sql)), "shop", List.of("shop")));
    }
    return new Change(new MergeRequestId(1, 1), mapped, List.of());
  }
}
