package dev.sluice.review.rules.data;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Table;
import dev.sluice.probe.Probe;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.AddConstraint;
import dev.sluice.sql.Action.AlterColumnType;
import dev.sluice.sql.Action.CreateIndex;
import dev.sluice.sql.Action.ModifyColumn;
import dev.sluice.sql.Action.SetNotNull;
import dev.sluice.sql.Action.ValidateConstraint;
import dev.sluice.sql.DataType;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.TableConstraint;
import dev.sluice.sql.query.ReadOnlyText;
import dev.sluice.sql.query.Stretch;
import dev.sluice.sql.reader.SqlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be asked of the rows before an action that not all rows may allow. */
final class FittingProbes {
  private static final SqlReader READER = new SqlReader();

  private final Table table;
  private final Scene scene;

  private FittingProbes(Table table, Scene scene) {
    this.table = table;
    this.scene = scene;
  }

  static List<Probe> of(Action action, Scene scene) {
    if (action instanceof AddConstraint add) {
      return on(add.table(), scene).map(p -> p.constraint(add.constraint())).orElse(List.of());
    }
    if (action instanceof CreateIndex index && index.unique() && !index.only()) {
      return on(index.table(), scene)
          .map(p -> p.unique(index.columns(), index.where()))
          .orElse(List.of());
    }
    if (action instanceof SetNotNull set) {
      return on(set.table(), scene).map(p -> p.notNull(set.column())).orElse(List.of());
    }
    if (action instanceof AlterColumnType alter && alter.using().isEmpty()) {
      return on(alter.table(), scene)
          .map(p -> p.type(alter.column(), alter.type()))
          .orElse(List.of());
    }
    if (action instanceof ModifyColumn modify) {
      return on(modify.table(), scene).map(p -> p.modified(modify)).orElse(List.of());
    }
    return action instanceof ValidateConstraint validate
        ? on(validate.table(), scene).map(p -> p.validated(validate.constraint())).orElse(List.of())
        : List.of();
  }

  /** Rows of a table that the change made are not there to be asked. */
  private static Optional<FittingProbes> on(ObjectName name, Scene scene) {
    return scene.isNew(name)
        ? Optional.empty()
        : scene.table(name).map(t -> new FittingProbes(t, scene));
  }

  private List<Probe> constraint(TableConstraint constraint) {
    if (constraint instanceof TableConstraint.PrimaryKey key && key.usingIndex().isEmpty()) {
      List<Probe> probes = new ArrayList<>();
      key.columns().forEach(c -> probes.addAll(notNull(c)));
      probes.addAll(unique(key.columns(), Optional.empty()));
      return probes;
    }
    if (constraint instanceof TableConstraint.Unique key && key.usingIndex().isEmpty()) {
      return unique(key.columns(), Optional.empty());
    }
    if (constraint instanceof TableConstraint.ForeignKey key && !key.notValid()) {
      return references(key.columns(), key.referencedTable(), key.referencedColumns());
    }
    return constraint instanceof TableConstraint.Check check && !check.notValid()
        ? check(check.expression())
        : List.of();
  }

  private List<Probe> unique(List<String> columns, Optional<String> where) {
    List<Probe.Key> keys =
        columns.stream().map(c -> new Probe.Key(c, table.column(c).isEmpty())).toList();
    List<String> plain = keys.stream().filter(k -> !k.expression()).map(Probe.Key::text).toList();
    boolean runs =
        Stream.concat(
                keys.stream().filter(Probe.Key::expression).map(Probe.Key::text), where.stream())
            .allMatch(this::onlyReads);
    boolean already = where.isEmpty() && isUnique(plain);
    return columns.isEmpty() || !runs || already || !known(plain)
        ? List.of()
        : List.of(new Probe.Duplicates(table.name(), keys, where));
  }

  /** A key over more columns than one that is unique already. */
  private boolean isUnique(List<String> columns) {
    return table.indexes().stream()
        .anyMatch(
            i ->
                i.unique() && i.valid() && i.where().isEmpty() && columns.containsAll(i.columns()));
  }

  private List<Probe> notNull(String column) {
    boolean nullable = table.column(column).filter(Column::nullable).isPresent();
    return nullable && known(List.of(column))
        ? List.of(new Probe.Nulls(table.name(), column))
        : List.of();
  }

  private List<Probe> references(List<String> columns, ObjectName to, List<String> toColumns) {
    Optional<Table> parent = scene.table(to);
    List<String> keys =
        toColumns.isEmpty()
            ? parent.flatMap(Table::primaryKey).map(Constraint::columns).orElse(List.of())
            : toColumns;
    return parent.isEmpty() || keys.size() != columns.size() || !known(columns)
        ? List.of()
        : List.of(new Probe.Orphans(table.name(), columns, parent.get().name(), keys));
  }

  private List<Probe> check(String condition) {
    return onlyReads(condition)
        ? List.of(new Probe.Violations(table.name(), condition))
        : List.of();
  }

  private List<Probe> type(String column, DataType to) {
    return known(List.of(column))
        ? table
            .column(column)
            .flatMap(c -> Narrowing.probe(table.name(), c, to))
            .map(List::of)
            .orElse(List.of())
        : List.of();
  }

  private List<Probe> modified(ModifyColumn modify) {
    List<Probe> probes = new ArrayList<>();
    if (modify.definition().notNull()) {
      probes.addAll(notNull(modify.column()));
    }
    probes.addAll(type(modify.column(), modify.definition().type()));
    return probes;
  }

  private List<Probe> validated(String name) {
    Optional<Constraint> constraint =
        table.constraint(name).filter(c -> !c.validated() && known(c.columns()));
    Optional<Constraint.Reference> reference = constraint.flatMap(Constraint::references);
    if (reference.isPresent()) {
      return references(
          constraint.get().columns(), reference.get().table(), reference.get().columns());
    }
    return constraint.flatMap(Constraint::expression).map(this::check).orElse(List.of());
  }

  private boolean known(List<String> columns) {
    return scene.inquiry().has(table, columns);
  }

  private boolean onlyReads(String expression) {
    return READER.read("select " + expression, scene.dialect()).statements().stream()
        .allMatch(s -> ReadOnlyText.refusal(Stretch.of(s)).isEmpty());
  }
}
