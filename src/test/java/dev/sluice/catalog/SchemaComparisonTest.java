package dev.sluice.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.SchemaComparison.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaComparisonTest {
  private static Snapshot snapshot(String text) {
    return new Snapshot(text, "sha", 1, "1");
  }

  private static List<Difference> between(String one, String other) {
    return SchemaComparison.between(snapshot(one), snapshot(other));
  }

  @Test
  void partsOfATableAreNamedAndTheirOrderAndGrantsDoNotCount() {
    String test =
        """
        FUNCTION public.shout(text)
          body one
        TABLE public.orders
          id bigint not null
          amount numeric(10,2)
          note text
          constraint orders_pkey PRIMARY KEY (id)
          CREATE INDEX orders_by_day ON public.orders USING btree (day)
          CREATE TRIGGER tidy BEFORE INSERT ON public.orders FOR EACH ROW EXECUTE FUNCTION t()
          grant test=arwdDxt/test
        VIEW public.big
          SELECT 1
        """;
    String prod =
        """
        FUNCTION public.shout(text)
          body two
        TABLE public.extra
          id bigint
        TABLE public.orders
          amount numeric(12,2)
          id bigint not null
          constraint orders_pkey PRIMARY KEY (id)
          grant prod=arwdDxt/prod
        """;
    assertThat(between(test, prod))
        .containsExactly(
            new Difference("function", "public.shout(text)", "", "this", "that"),
            new Difference("table", "public.extra", "", "", "there"),
            new Difference(
                "column",
                "amount",
                "public.orders",
                "amount numeric(10,2)",
                "amount numeric(12,2)"),
            new Difference("column", "note", "public.orders", "note text", ""),
            new Difference(
                "index",
                "orders_by_day",
                "public.orders",
                "CREATE INDEX orders_by_day ON public.orders USING btree (day)",
                ""),
            new Difference(
                "trigger",
                "tidy",
                "public.orders",
                "CREATE TRIGGER tidy BEFORE INSERT ON public.orders FOR EACH ROW EXECUTE FUNCTION"
                    + " t()",
                ""),
            new Difference("view", "public.big", "", "there", ""));
    assertThat(between(test, test)).isEmpty();
  }

  @Test
  void mysqlAndSqliteSayItInTheirWords() {
    String one =
        """
        TABLE orders
          CREATE TABLE `orders` (
            `id` bigint NOT NULL,
            `day` date DEFAULT NULL,
            PRIMARY KEY (`id`),
            KEY `orders_by_day` (`day`)
          ) ENGINE=InnoDB
        """;
    String other =
        """
        TABLE orders
          CREATE TABLE `orders` (
            `id` bigint NOT NULL,
            `day` date DEFAULT NULL,
            PRIMARY KEY (`id`)
          ) ENGINE=InnoDB
        """;
    assertThat(between(one, other))
        .singleElement()
        .satisfies(d -> assertThat(d.what()).isEqualTo("index orders_by_day"))
        .satisfies(d -> assertThat(d.other()).isEmpty());
    assertThat(between("TABLE a\n  create table a (x)\n", "TABLE a\n  create table a (y)\n"))
        .containsExactly(new Difference("table", "a", "", "this", "that"));
  }
}
