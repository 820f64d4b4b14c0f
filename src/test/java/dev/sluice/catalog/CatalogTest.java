package dev.sluice.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Action;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.DataType;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.Position;
import dev.sluice.sql.TableConstraint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CatalogTest {
  private static final Place HERE = new Place(0, 1, new Position(1, 1), new Position(1, 2));
  private static final ObjectName ORDERS = ObjectName.of("orders");

  private final Catalog empty = postgres(List.of());

  static Catalog postgres(List<Table> tables) {
    return Catalog.of(
        Dialect.POSTGRESQL,
        new ServerVersion(18, 0, "18.0"),
        new SchemaContents(Set.of("public"), List.of("public"), tables, Map.of()));
  }

  @Test
  void aNewTableIsKnownWithItsKeyItsIndexAndItsSchema() {
    Table table = empty.after(create(ORDERS, "id", "total")).table(ORDERS).orElseThrow();

    assertThat(table.name()).isEqualTo(ObjectName.of("public", "orders"));
    assertThat(table.columns()).extracting(Column::name).containsExactly("id", "total");
    assertThat(table.column("id").orElseThrow().nullable()).isFalse();
    assertThat(table.primaryKey().orElseThrow().name()).contains("orders_pkey");
    assertThat(table.index("orders_pkey").orElseThrow().primary()).isTrue();
  }

  @Test
  void aTableThatIsThereIsInTheWayOfAnotherOne() {
    Catalog catalog = empty.after(create(ORDERS, "id"));

    assertThat(catalog.conflicts(create(ORDERS, "id")))
        .containsExactly(
            new Conflict(Conflict.Kind.EXISTS, HERE, "table", "orders", Optional.empty()));
  }

  @Test
  void aMisspeltColumnIsUnknownAndTheRightOneIsNamed() {
    Catalog catalog = empty.after(create(ORDERS, "id", "total"));

    assertThat(catalog.conflicts(new Action.SetNotNull(HERE, ORDERS, "totl")))
        .containsExactly(
            new Conflict(
                Conflict.Kind.UNKNOWN, HERE, "column", "orders.totl", Optional.of("total")));
  }

  @Test
  void anUnreadCatalogMissesNothingButWhatTheScriptDropped() {
    Catalog unread = Catalog.unread(Dialect.POSTGRESQL);
    Action insert = new Action.Insert(HERE, ORDERS, List.of("id"), false);

    assertThat(unread.conflicts(insert)).isEmpty();
    assertThat(unread.after(new Action.DropTable(HERE, ORDERS, false, false)).conflicts(insert))
        .hasSize(1);
  }

  @Test
  void rowsEndTheTimeOfATableAsNewAndEmpty() {
    Catalog created = empty.after(create(ORDERS, "id"));
    Catalog filled = created.after(new Action.Insert(HERE, ORDERS, List.of(), false));

    assertThat(created.isNewAndEmpty(ORDERS)).isTrue();
    assertThat(filled.isNewAndEmpty(ORDERS)).isFalse();
    assertThat(filled.isNew(ORDERS)).isTrue();
  }

  @Test
  void aThousandStatementsOverTwoThousandTablesTakeNoTime() {
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      tables.add(
          empty
              .after(create(ObjectName.of("t" + i), "id", "a", "b", "c"))
              .table(ObjectName.of("t" + i))
              .orElseThrow());
    }
    Catalog catalog = postgres(tables);
    long start = System.nanoTime();
    for (int i = 0; i < 1000; i++) {
      Action action =
          new Action.AddColumn(HERE, ObjectName.of("t" + i), false, column("added", List.of()));
      assertThat(catalog.conflicts(action)).isEmpty();
      catalog = catalog.after(action);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(catalog.table(ObjectName.of("t999")).orElseThrow().column("added")).isPresent();
  }

  private static Action create(ObjectName table, String key, String... others) {
    List<ColumnDefinition> columns = new ArrayList<>();
    columns.add(
        column(
            key,
            List.of(
                new TableConstraint.PrimaryKey(
                    HERE, Optional.empty(), List.of(key), Optional.empty()))));
    for (String other : others) {
      columns.add(column(other, List.of()));
    }
    return new Action.CreateTable(
        HERE,
        table,
        table.name(),
        false,
        false,
        columns,
        List.of(),
        Action.CreateTable.Origin.COLUMNS);
  }

  private static ColumnDefinition column(String name, List<TableConstraint> constraints) {
    return new ColumnDefinition(
        HERE,
        name,
        name,
        DataType.of("integer"),
        false,
        Optional.empty(),
        Generation.NONE,
        constraints);
  }
}
