package dev.sluice.flow.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.DriftIgnore;
import dev.sluice.change.Sha256;
import dev.sluice.store.record.Baselines;
import dev.sluice.store.record.Expected;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private static final String ORDERS =
      """
      TABLE public.orders
        id bigint not null
        constraint orders_pkey PRIMARY KEY (id)
      """;

  @Test
  void theSameTextIsNoDrift() {
    assertThat(compare(ORDERS, ORDERS)).isInstanceOf(Comparison.Same.class);
  }

  @Test
  void aColumnThatNobodyDeployedIsDrift() {
    Comparison found = compare(ORDERS, ORDERS + "  note text\n");
    assertThat(((Comparison.Drifted) found).diff()).contains("+  note text");
  }

  @Test
  void whatIsIgnoredDoesNotCount() {
    String more =
        ORDERS
            + """
              CREATE INDEX by_hand ON public.orders USING btree (id)
              grant reporting=r/postgres
            TABLE public.orders_gho
              id bigint
            FUNCTION public.grant_all()
              grant everything
            """;
    assertThat(compare(ORDERS, more, "table:.*_gh[oc]$", "grant:.*", "index:by_.*"))
        .isInstanceOfSatisfying(
            Comparison.Drifted.class,
            drift ->
                assertThat(drift.diff())
                    .contains("FUNCTION public.grant_all()", "grant everything")
                    .doesNotContain("orders_gho", "reporting", "by_hand"));
    assertThat(compare(ORDERS, more, "table:.*_gh[oc]$", "grant:.*", "index:by_.*", "function:.*"))
        .isInstanceOf(Comparison.Same.class);
  }

  @Test
  void aKeyOfMysqlIsAnIndex() {
    String table = "TABLE orders\n  CREATE TABLE `orders` (\n    `id` int\n  )\n";
    String key = table.replace("int\n", "int,\n    KEY `by_hand` (`id`)\n");
    assertThat(compare(table, key)).isInstanceOf(Comparison.Drifted.class);
    assertThat(compare(key.replace("int,", "int"), key.replace("int,", "int"), "index:by_hand"))
        .isInstanceOf(Comparison.Same.class);
  }

  @Test
  void anUpgradeOfTheServerIsNoDriftAndIsTold() {
    Comparison found =
        Comparison.of(
            expected(snapshot(ORDERS, 1, "17.11")),
            snapshot(ORDERS + "  not null\n", 1, "18.6"),
            List.of());
    assertThat(((Comparison.TakeAsIs) found).kind()).isEqualTo(Baselines.Kind.RENEWED);
    assertThat(((Comparison.TakeAsIs) found).why().toString()).contains("17.11", "18.6");
    assertThat(
            Comparison.of(
                expected(snapshot(ORDERS, 1, "18.5")), snapshot("TABLE a\n", 1, "18.6"), List.of()))
        .as("a minor one writes the same")
        .isInstanceOf(Comparison.Drifted.class);
    assertThat(
            Comparison.of(
                expected(snapshot(ORDERS, 1, "8.0.12")), snapshot("T\n", 1, "8.4.1"), List.of()))
        .isInstanceOf(Comparison.TakeAsIs.class);
  }

  @Test
  void anotherFormOfOurTextIsNoDrift() {
    Comparison found =
        Comparison.of(
            expected(snapshot(ORDERS, 1, "18.6")), snapshot("other\n", 2, "18.6"), List.of());
    assertThat(found).isInstanceOf(Comparison.TakeAsIs.class);
  }

  @Test
  void theFirstLookTakesTheSchemaAsItIs() {
    Comparison found = Comparison.of(Optional.empty(), snapshot(ORDERS, 1, "18.6"), List.of());
    assertThat(((Comparison.TakeAsIs) found).kind()).isEqualTo(Baselines.Kind.FIRST);
  }

  private static Comparison compare(String before, String now, String... ignored) {
    return Comparison.of(
        expected(snapshot(before, 1, "18.6")),
        snapshot(now, 1, "18.6"),
        Arrays.stream(ignored).map(DriftIgnore::parse).toList());
  }

  private static Optional<Expected> expected(Snapshot snapshot) {
    return Optional.of(new Expected(1, snapshot, Instant.EPOCH, "ROLLOUT"));
  }

  private static Snapshot snapshot(String text, int format, String version) {
    return new Snapshot(text, Sha256.of(text), format, version);
  }
}
