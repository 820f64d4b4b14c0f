package dev.sluice.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.catalog.Table;
import dev.sluice.change.TargetName;
import dev.sluice.probe.Answer;
import dev.sluice.probe.Dependant;
import dev.sluice.probe.Dependant.Fate;
import dev.sluice.probe.Probe;
import dev.sluice.probe.Probe.Deed;
import dev.sluice.probe.ProbeLimits;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What hangs on a table or a column, and that the real server then does what was said. */
final class DependantsTest {
  private static final ProbeLimits PATIENT =
      new ProbeLimits(Duration.ofSeconds(20), Duration.ofSeconds(60));

  @TempDir Path folder;

  private static final class Shop {
    final EmbeddedDatabases.TestDatabase database;
    final TargetDatabase target;

    Shop(Dialect dialect, Path folder, String... statements) {
      database = EmbeddedDatabases.of(dialect, folder);
      target = TargetDatabase.of(TargetName.of("shop", "test"), dialect, database.settings());
      database.execute(
          "create table customers (id integer primary key, email varchar(50), name varchar(50))");
      database.execute(
          "create table orders (id integer primary key, customer_id integer,"
              + " constraint orders_customer foreign key (customer_id) references customers (id))");
      database.execute(statements);
    }

    /** Of customers. */
    List<Dependant> ask(Deed deed, String column) {
      return ask(deed, "customers", Optional.of(column));
    }

    List<Dependant> ask(Deed deed) {
      return ask(deed, "customers", Optional.empty());
    }

    List<Dependant> ask(Deed deed, String table, Optional<String> column) {
      try (Connection review = target.openForReview()) {
        ObjectName name =
            target.readCatalog(review).tables().stream()
                .map(Table::name)
                .filter(t -> t.name().equals(table))
                .findFirst()
                .orElse(ObjectName.of("public", table));
        Answer answer =
            target
                .prober(review)
                .answer(List.of(new Probe.Dependants(name, column, deed)), PATIENT)
                .to(new Probe.Dependants(name, column, deed))
                .orElseThrow();
        assertThat(answer).isInstanceOf(Answer.Dependants.class);
        return ((Answer.Dependants) answer).found();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    void refuses(String sql) {
      assertThatThrownBy(() -> database.execute(sql)).as(sql).isInstanceOf(Exception.class);
    }
  }

  private static List<String> words(List<Dependant> found, Fate fate) {
    return found.stream().filter(d -> d.fate() == fate).map(Dependant::toString).toList();
  }

  private Shop postgres() {
    return new Shop(
        Dialect.POSTGRESQL,
        folder,
        "alter table customers add shout text generated always as (upper(email)) stored,"
            + " add check (email <> name), alter email set not null, alter name set not null",
        "create index customers_mail on customers (lower(email))",
        "create view mails as select email from customers",
        "create materialized view mail_count as select count(*) from mails",
        "create view named as select id, name from customers",
        "alter table orders enable row level security",
        "create policy mine on orders using"
            + " (exists (select 1 from customers c where c.id = customer_id and c.name = user))",
        "create function greet() returns text language sql as"
            + " 'select name from customers limit 1'",
        "create function exact() returns text language sql"
            + " begin atomic select name from customers limit 1; end",
        "create function deaf() returns text language sql as"
            + " $$select 'x' -- name of customers$$",
        "create function tidy() returns trigger language plpgsql as"
            + " 'begin new.email := lower(new.email); return new; end'",
        "create trigger tidy before update of email on customers for each row"
            + " execute function tidy()",
        "create table parted (id integer, name text) partition by range (id)",
        "create table parted_1 partition of parted for values from (1) to (10)");
  }

  @Test
  void postgresqlTellsWhatADroppedColumnIsHeldBy() {
    Shop shop = postgres();
    List<Dependant> mail = shop.ask(Deed.DROP, "email");
    assertThat(words(mail, Fate.REFUSES))
        .containsExactlyInAnyOrder(
            "view mails",
            "materialized view mail_count",
            "generated column shout of customers",
            "trigger tidy of customers");
    assertThat(words(mail, Fate.GOES_ALONG))
        .containsExactlyInAnyOrder(
            "index customers_mail", "constraint customers_check of customers");
    assertThat(words(mail, Fate.MAY_BREAK)).containsExactly("function tidy");
    shop.refuses("alter table customers drop column email");

    List<Dependant> name = shop.ask(Deed.DROP, "name");
    assertThat(words(name, Fate.REFUSES))
        .containsExactlyInAnyOrder("view named", "policy mine of orders", "function exact");
    assertThat(words(name, Fate.MAY_BREAK)).containsExactly("function greet");
    assertThat(words(shop.ask(Deed.DROP, "id"), Fate.REFUSES))
        .contains("foreign key orders_customer of orders");
    assertThat(shop.ask(Deed.DROP, "missing")).isEmpty();
  }

  @Test
  void postgresqlTellsWhatADroppedTableIsHeldByAndAllThatACascadeTakes() {
    Shop shop = postgres();
    List<Dependant> all = shop.ask(Deed.DROP);
    assertThat(words(all, Fate.REFUSES))
        .containsExactlyInAnyOrder(
            "view mails",
            "view named",
            "materialized view mail_count",
            "policy mine of orders",
            "function exact",
            "foreign key orders_customer of orders");
    assertThat(words(all, Fate.MAY_BREAK)).containsExactly("function greet");
    assertThat(words(shop.ask(Deed.DROP, "parted", Optional.empty()), Fate.GOES_ALONG))
        .containsExactly("table parted_1");
    assertThat(words(shop.ask(Deed.DROP, "mails", Optional.empty()), Fate.REFUSES))
        .containsExactly("materialized view mail_count");
    assertThat(shop.ask(Deed.DROP, "named", Optional.empty())).isEmpty();
    assertThat(shop.ask(Deed.DROP, "orders", Optional.empty())).isEmpty();
    shop.refuses("drop table customers");
    shop.database.execute("drop table orders", "drop view named");
  }

  @Test
  void postgresqlFollowsNewNamesButInTheBodiesOfFunctionsAndHoldsTypes() {
    Shop shop = postgres();
    assertThat(shop.ask(Deed.RENAME, "name"))
        .extracting(Dependant::toString)
        .containsExactly("function greet");
    assertThat(words(shop.ask(Deed.RETYPE, "email"), Fate.REFUSES))
        .containsExactlyInAnyOrder(
            "view mails", "generated column shout of customers", "trigger tidy of customers");
    shop.refuses("alter table customers alter email type text");
    assertThat(words(shop.ask(Deed.RETYPE, "name"), Fate.REFUSES))
        .containsExactlyInAnyOrder("view named", "policy mine of orders", "function exact");
    assertThat(words(shop.ask(Deed.RETYPE, "id"), Fate.REFUSES))
        .containsExactlyInAnyOrder("view named", "policy mine of orders");
    assertThat(shop.ask(Deed.RETYPE, "orders", Optional.of("customer_id"))).hasSize(1);
  }

  private Shop mysql(Dialect dialect) {
    return new Shop(
        dialect,
        folder,
        "alter table customers add shout varchar(50) generated always as (upper(email)) stored",
        "create view mails as select c.email from customers c",
        "create view mail_count as select count(*) n from mails",
        "create view named as select o.id, c.name from orders o join customers c"
            + " on c.id = o.customer_id",
        "create view other as select id as email from orders",
        "create trigger tidy before update on customers for each row"
            + " set new.email = lower(new.email)",
        "create trigger orders_note after insert on orders for each row"
            + " update customers set name = 'x' where id = new.customer_id",
        "create procedure greet() select Name from Customers",
        "create procedure deaf() select 1 /* name of customers */");
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void mysqlTellsWhatADroppedColumnIsHeldByAndWhatItBreaks(Dialect dialect) {
    Shop shop = mysql(dialect);
    List<Dependant> mail = shop.ask(Deed.DROP, "email");
    assertThat(words(mail, Fate.REFUSES)).containsExactly("generated column shout of customers");
    assertThat(words(mail, Fate.BREAKS)).containsExactly("view mails", "view mail_count");
    assertThat(words(mail, Fate.MAY_BREAK)).containsExactly("trigger tidy of customers");
    shop.refuses("alter table customers drop column email");

    List<Dependant> name = shop.ask(Deed.DROP, "name");
    assertThat(words(name, Fate.REFUSES)).isEmpty();
    assertThat(words(name, Fate.BREAKS)).containsExactly("view named");
    assertThat(words(name, Fate.MAY_BREAK))
        .containsExactly("trigger orders_note of orders", "procedure greet");
    shop.database.execute("alter table customers drop column name");
    shop.refuses("select * from named");

    assertThat(words(shop.ask(Deed.DROP, "id"), Fate.REFUSES))
        .containsExactly("foreign key orders_customer of orders");
    assertThat(words(shop.ask(Deed.DROP, "orders", Optional.of("customer_id")), Fate.REFUSES))
        .containsExactly("foreign key orders_customer of orders");
    shop.refuses("alter table orders drop column customer_id");
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void mysqlTellsOfTablesNamesAndTypes(Dialect dialect) {
    Shop shop = mysql(dialect);
    List<Dependant> all = shop.ask(Deed.DROP);
    assertThat(words(all, Fate.REFUSES)).containsExactly("foreign key orders_customer of orders");
    assertThat(words(all, Fate.BREAKS))
        .containsExactly("view mails", "view mail_count", "view named");
    assertThat(words(all, Fate.MAY_BREAK))
        .containsExactly("trigger orders_note of orders", "procedure greet");
    shop.refuses("drop table customers");
    assertThat(words(shop.ask(Deed.RENAME), Fate.REFUSES)).isEmpty();
    assertThat(words(shop.ask(Deed.RENAME, "email"), Fate.BREAKS))
        .containsExactly("view mails", "view mail_count");
    assertThat(words(shop.ask(Deed.RETYPE, "id"), Fate.REFUSES))
        .containsExactly("foreign key orders_customer of orders");
    shop.refuses("alter table customers modify id bigint");
    assertThat(shop.ask(Deed.RETYPE, "email")).isEmpty();
  }

  @Test
  void sqliteTellsWhatItsLibraryFindsInACopy() {
    Shop shop =
        new Shop(
            Dialect.SQLITE,
            folder,
            "alter table orders add twice integer generated always as (id + id) virtual",
            "alter table orders add thrice integer generated always as (twice + id) virtual",
            "create index customers_mail on customers (lower(email))",
            "create view mails as select email from customers",
            "create view mail_count as select count(*) from mails",
            "create view named as select name from customers",
            "create view ill as select x from nowhere",
            "create trigger tidy after insert on orders begin"
                + " update customers set name = 'x' where id = new.customer_id; end",
            "insert into customers (id) values (1)");
    List<Dependant> mail = shop.ask(Deed.DROP, "email");
    assertThat(words(mail, Fate.REFUSES)).contains("view mails", "index customers_mail");
    shop.refuses("alter table customers drop column email");
    assertThat(shop.ask(Deed.DROP, "name"))
        .extracting(d -> d.fate() + " " + d)
        .containsExactly("REFUSES view named", "BREAKS trigger tidy");
    assertThat(words(shop.ask(Deed.DROP, "orders", Optional.of("twice")), Fate.REFUSES))
        .containsExactly("definition of orders");
    assertThat(shop.ask(Deed.RENAME, "name")).isEmpty();
    assertThat(words(shop.ask(Deed.DROP), Fate.BREAKS))
        .containsExactlyInAnyOrder(
            "view mails", "view mail_count", "view named", "trigger tidy", "foreign key of orders");
    assertThat(words(shop.ask(Deed.DROP, "orders", Optional.of("customer_id")), Fate.REFUSES))
        .contains("foreign key customer_id of orders");
    assertThat(words(shop.ask(Deed.DROP, "orders", Optional.empty()), Fate.BREAKS)).isEmpty();
  }
}
