package dev.sluice.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.change.TargetName;
import dev.sluice.setting.Secret;
import dev.sluice.sql.Dialect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The copy of a schema is the schema, is apart from it, and is gone afterwards. */
final class ShadowTest {
  private static final String ACCOUNT = "shadow_tester";
  private static final String PASSWORD = "S3cret-shadow";

  @TempDir Path folder;

  private static final String[] POSTGRESQL = {
    "create schema sales",
    "create type sales.mood as enum ('good', 'bad')",
    "create type pair as (a integer, b text)",
    "create domain sales.amount as numeric(10, 2) default 0 check (value >= 0)",
    "create sequence sales.numbers start 7 increment 3 cycle",
    "create function sales.shout(t text) returns text language sql immutable as 'select upper(t)'",
    "create table sales.customers (id bigint generated always as identity primary key,"
        + " email text collate \"C\" not null unique, mood sales.mood default 'good',"
        + " loud text generated always as (sales.shout(email)) stored, spent sales.amount,"
        + " number integer default nextval('sales.numbers'), at timestamptz default now(),"
        + " constraint mail check (email like '%@%'))",
    "alter sequence sales.numbers owned by sales.customers.number",
    "create table orders (id serial primary key, customer bigint references sales.customers (id)"
        + " on delete cascade deferrable, both_ pair)",
    "create index orders_customer on orders (customer) where customer > 0",
    "create table parted (id integer not null, day date not null, primary key (id, day))"
        + " partition by range (day)",
    "create table parted_1 partition of parted for values from ('2026-01-01') to ('2027-01-01')",
    "create index parted_day on parted (day)",
    "create table child (more text) inherits (orders)",
    "create view big as select c.id, o.id as order_id from sales.customers c"
        + " join orders o on o.customer = c.id",
    "create view bigger as select * from big where id > 1",
    "create materialized view counted as select count(*) as n from bigger",
    "create unique index counted_n on counted (n)",
    "create function sales.tidy() returns trigger language plpgsql as"
        + " 'begin new.email := lower(new.email); return new; end'",
    "create trigger tidy before insert on sales.customers for each row"
        + " execute function sales.tidy()",
    "alter table orders enable row level security",
    "create policy mine on orders for select to public using (customer = 1)",
    "create rule quiet as on delete to child do instead nothing",
    "create statistics sales.both_stats on id, email from sales.customers",
    "create function exact() returns bigint language sql begin atomic"
        + " select count(*) from orders; end"
  };

  private static final String[] MYSQL = {
    "create table customers (id bigint not null auto_increment primary key,"
        + " email varchar(100) character set utf8mb4 collate utf8mb4_bin not null,"
        + " loud varchar(100) generated always as (upper(email)) stored, unique key mail (email))",
    "create table orders (id bigint not null auto_increment primary key, customer bigint,"
        + " amount decimal(10, 2) default 0.00, key of_customer (customer),"
        + " constraint orders_customer foreign key (customer) references customers (id))",
    "create table a_child (id bigint primary key,"
        + " constraint first_child foreign key (id) references orders (id) on delete cascade)",
    "create view zz as select c.id, o.amount from customers c join orders o on o.customer = c.id",
    "create view aa as select id from zz",
    "create trigger tidy before insert on customers for each row"
        + " set new.email = lower(new.email)",
    "create procedure count_all() select count(*) from orders"
  };

  private static final String[] SQLITE = {
    "create table customers (id integer primary key, email text unique,"
        + " loud text generated always as (upper(email)))",
    "create table orders (id integer primary key, customer integer references customers (id))",
    "create index of_customer on orders (customer) where customer > 0",
    "create view zz as select id from aa",
    "create view aa as select id from customers",
    "create trigger tidy after insert on orders begin delete from customers where id = 0; end",
    "create virtual table words using fts5 (text)"
  };

  /** Of everything something. */
  static List<String> schema(Dialect dialect) {
    return List.of(
        switch (dialect) {
          case POSTGRESQL -> POSTGRESQL;
          case MYSQL, MARIADB -> MYSQL;
          case SQLITE -> SQLITE;
        });
  }

  private Optional<ShadowSettings> server(
      EmbeddedDatabases.TestDatabase database, Dialect dialect) {
    String url =
        database.url().replaceFirst("/t\\d+", dialect == Dialect.POSTGRESQL ? "/postgres" : "/x");
    switch (dialect) {
      case POSTGRESQL ->
          database.execute(
              "do $$ begin create role "
                  + ACCOUNT
                  + " login createdb password '"
                  + PASSWORD
                  + "'; exception when duplicate_object then null; end $$");
      case MYSQL, MARIADB ->
          database.execute(
              "create user if not exists '" + ACCOUNT + "'@'%' identified by '" + PASSWORD + "'",
              "grant all on `sluice\\_shadow\\_%`.* to '" + ACCOUNT + "'@'%'");
      case SQLITE -> {
        return Optional.empty();
      }
    }
    return Optional.of(
        new ShadowSettings(url, Optional.of(ACCOUNT), Optional.of(Secret.parse(PASSWORD))));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theCopyIsTheSchemaAndGoneAfterwards(Dialect dialect) throws SQLException {
    var database = EmbeddedDatabases.of(dialect, folder);
    if (dialect == Dialect.MYSQL) {
      database.execute("set global log_bin_trust_function_creators = 1");
    }
    database.execute(schema(dialect).toArray(String[]::new));
    TargetDatabase target =
        TargetDatabase.of(TargetName.of("shop", "test"), dialect, database.settings());
    Optional<ShadowSettings> server = server(database, dialect);
    if (dialect == Dialect.POSTGRESQL) {
      database.execute(
          "create database sluice_shadow_1000_ab owner " + ACCOUNT,
          "create database sluice_shadow_x owner " + ACCOUNT);
    }
    try (Connection review = target.openForReview()) {
      String before = target.snapshot(review).text();
      try (Shadow shadow = target.prober(review).shadow(server)) {
        assertThat(shadow.missing()).isEmpty();
        assertThat(ungranted(shadow.snapshot().text())).isEqualTo(ungranted(before));
        try (var statement = shadow.connection().createStatement()) {
          statement.execute("create table only_here (id integer)");
        }
        assertThat(shadow.snapshot().text()).contains("only_here");
      }
      assertThat(target.snapshot(review).text()).isEqualTo(before);
    }
    assertThat(shadows(database, dialect)).isEmpty();
  }

  /** Owners and grants are not copied. */
  private static String ungranted(String text) {
    return String.join("\n", text.lines().filter(l -> !l.startsWith("  grant ")).toList());
  }

  /** One that nobody knows the age of stays. */
  private static List<String> shadows(EmbeddedDatabases.TestDatabase database, Dialect dialect)
      throws SQLException {
    if (dialect == Dialect.SQLITE) {
      return List.of();
    }
    String list =
        dialect == Dialect.POSTGRESQL
            ? "select datname from pg_database"
            : "select schema_name from information_schema.schemata";
    List<String> names = new ArrayList<>();
    try (Connection connection = database.connect();
        var rows = connection.createStatement().executeQuery(list)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    names.removeIf(n -> !n.startsWith("sluice_shadow_") || n.equals("sluice_shadow_x"));
    return names;
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MYSQL", "MARIADB"})
  void aPowerfulAccountIsRefused(Dialect dialect) throws SQLException {
    var database = EmbeddedDatabases.of(dialect, folder);
    TargetDatabase target =
        TargetDatabase.of(TargetName.of("shop", "test"), dialect, database.settings());
    Optional<ShadowSettings> server =
        Optional.of(
            new ShadowSettings(
                database.url(),
                Optional.of(database.username()),
                Optional.of(Secret.parse(database.password()))));
    try (Connection review = target.openForReview()) {
      assertThatThrownBy(() -> target.prober(review).shadow(server))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("account");
    }
  }

  @Test
  void fromACopyInMemoryNoFileIsReached() throws SQLException {
    try (Connection memory = SqliteConnections.memory()) {
      String file = folder.resolve("evil.db").toString();
      assertThatThrownBy(() -> Rows.execute(memory, "attach database '" + file + "' as e"))
          .hasMessageContaining("attached");
      assertThatThrownBy(() -> Rows.execute(memory, "vacuum into '" + file + "'"))
          .hasMessageContaining("attached");
      assertThat(folder.resolve("evil.db")).doesNotExist();
    }
  }
}
