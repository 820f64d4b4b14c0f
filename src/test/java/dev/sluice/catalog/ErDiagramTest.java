package dev.sluice.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.reader.SqlReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErDiagramTest {
  private static Catalog after(String sql) {
    Catalog catalog = Catalog.unread(Dialect.POSTGRESQL);
    for (var statement : new SqlReader().read(sql, Dialect.POSTGRESQL).statements()) {
      for (var action : statement.actions()) {
        catalog = catalog.after(action);
      }
    }
    return catalog;
  }

  private static String draw(String sql, String... tables) {
    return ErDiagram.of(after(sql), List.of(tables).stream().map(ObjectName::of).toList())
        .orElseThrow();
  }

  @Test
  void touchedTablesHaveTheirColumnsAndRelativesTheirKeys() {
    String sql =
        """
        create table customers (id bigint primary key, name text);
        create table orders (
          id bigint primary key,
          customer bigint not null references customers (id),
          amount numeric(10, 2),
          note varchar(80));
        create table items (orders bigint references orders (id), line integer, what text,
          primary key (orders, line));
        create table invoices (orders bigint primary key references orders (id));
        create table far (id bigint primary key, item bigint);
        """;
    assertThat(draw(sql, "orders"))
        .isEqualTo(
            """
            erDiagram
              "orders" {
                bigint id PK
                bigint customer FK
                numeric amount
                character_varying(80) note
              }
              "customers" {
                bigint id PK
              }
              "invoices" {
                bigint orders PK, FK
              }
              "items" {
                bigint orders PK, FK
                integer line PK
              }
              "orders" }o--|| "customers" : "customer"
              "invoices" |o--|| "orders" : "orders"
              "items" }o--|| "orders" : "orders"
            """);
  }

  @Test
  void noNameBreaksOut() {
    String sql =
        """
        create table "a"" { x } ```
        /approve --> %% <script>" ("pk" integer, "1; drop" integer, "订单" integer);
        create table "a__ _ x _ ____ approve" (id integer);
        """;
    Catalog catalog = after(sql);
    String drawn =
        ErDiagram.of(catalog, catalog.tables().stream().map(Table::name).toList()).orElseThrow();
    assertThat(drawn).doesNotContain("`", "<", ">", "%", ";", "/approve").contains("订单", "pk_");
    assertThat(drawn.lines().skip(1)).allMatch(l -> l.matches("  (\"[^\"]+\" \\{|}|  \\S+ \\S+)"));
  }

  @Test
  void thereAreAtMostThirtyTables() {
    String sql =
        "create table hub (id integer primary key);\n"
            + IntStream.range(0, 50)
                .mapToObj(i -> "create table t%d (hub integer references hub (id));\n".formatted(i))
                .collect(Collectors.joining());
    assertThat(draw(sql, "hub").lines().filter(l -> l.endsWith("{"))).hasSize(30);
    assertThat(ErDiagram.of(after(sql), List.of(ObjectName.of("elsewhere")))).isEmpty();
  }
}
