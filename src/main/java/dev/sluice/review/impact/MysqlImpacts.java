package dev.sluice.review.impact;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Table;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.*;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * InnoDB: by which algorithm MySQL and MariaDB change a table, and what the others cannot do
 * meanwhile; asked of MySQL 8.0.12 and MariaDB 11.4 by {@code MysqlLocksTest}, for other versions
 * see {@link MysqlSince}. Every ALTER takes an exclusive metadata lock for an instant at its
 * beginning and its end.
 */
final class MysqlImpacts implements Impacts {
  private static final ActionTable<Optional<MysqlCost>> COSTS =
      new ActionTable<Optional<MysqlCost>>()
          .row(
              Optional.empty(),
              List.of(CreateTable.class, CreateView.class, Select.class, Unrecognised.class))
          .row(
              Optional.empty(), List.of(TransactionControl.class, SetSetting.class, DropView.class))
          .row(Optional.empty(), List.of(Insert.class, Update.class, Delete.class))
          .row(
              Optional.of(MysqlCost.NOTE),
              List.of(DropTable.class, RenameTable.class, Truncate.class))
          .row(Optional.of(MysqlCost.NOTE), List.of(SetDefault.class, DropDefault.class))
          .row(
              DropIndex.class,
              (a, c) -> Optional.of(MysqlKeyCosts.dropIndex(new MysqlTable(c, Optional.empty()))))
          .row(
              RenameColumn.class,
              (a, c) -> Optional.of(MysqlColumnCosts.rename(MysqlTable.of(a.table(), c))))
          .row(AddColumn.class, (a, c) -> Optional.of(MysqlColumnCosts.add(a, c)))
          .row(DropColumn.class, (a, c) -> Optional.of(MysqlColumnCosts.drop(a, c)))
          .row(ModifyColumn.class, (a, c) -> Optional.of(MysqlColumnCosts.modify(a, c)))
          .row(AlterColumnType.class, (a, c) -> copy(a.table(), c))
          .row(SetNotNull.class, (a, c) -> rebuild(a.table(), c))
          .row(DropNotNull.class, (a, c) -> rebuild(a.table(), c))
          .row(
              AddConstraint.class,
              (a, c) -> Optional.of(MysqlKeyCosts.add(a.constraint(), MysqlTable.of(a.table(), c))))
          .row(
              DropConstraint.class,
              (a, c) ->
                  Optional.of(
                      MysqlKeyCosts.drop(a.constraint(), false, MysqlTable.of(a.table(), c))))
          .row(ValidateConstraint.class, (a, c) -> copy(a.table(), c))
          .row(
              CreateIndex.class,
              (a, c) -> Optional.of(MysqlKeyCosts.index(a.kind(), MysqlTable.of(a.table(), c))))
          .row(OtherDdl.class, MysqlTableCosts::of)
          .complete();

  private static final ActionTable<Optional<ObjectName>> TABLES =
      new ActionTable<Optional<ObjectName>>()
          .row(
              Optional.empty(),
              List.of(CreateTable.class, CreateView.class, Select.class, Unrecognised.class))
          .row(
              Optional.empty(), List.of(TransactionControl.class, SetSetting.class, DropView.class))
          .row(Insert.class, a -> Optional.of(a.table()))
          .row(Update.class, a -> Optional.of(a.table()))
          .row(Delete.class, a -> Optional.of(a.table()))
          .row(DropTable.class, a -> Optional.of(a.table()))
          .row(RenameTable.class, a -> Optional.of(a.table()))
          .row(Truncate.class, a -> Optional.of(a.table()))
          .row(RenameColumn.class, a -> Optional.of(a.table()))
          .row(SetDefault.class, a -> Optional.of(a.table()))
          .row(DropDefault.class, a -> Optional.of(a.table()))
          .row(DropIndex.class, (a, c) -> c.tableOfIndex(a).map(Table::name))
          .row(AddColumn.class, a -> Optional.of(a.table()))
          .row(DropColumn.class, a -> Optional.of(a.table()))
          .row(ModifyColumn.class, a -> Optional.of(a.table()))
          .row(AlterColumnType.class, a -> Optional.of(a.table()))
          .row(SetNotNull.class, a -> Optional.of(a.table()))
          .row(DropNotNull.class, a -> Optional.of(a.table()))
          .row(AddConstraint.class, a -> Optional.of(a.table()))
          .row(DropConstraint.class, a -> Optional.of(a.table()))
          .row(ValidateConstraint.class, a -> Optional.of(a.table()))
          .row(CreateIndex.class, a -> Optional.of(a.table()))
          .row(OtherDdl.class, OtherDdl::name)
          .complete();

  @Override
  public Impact of(Action action, Catalog before) {
    return impact(action, cost(action, before).map(MysqlCost::alone), before);
  }

  @Override
  public List<Impact> of(Statement statement, Catalog before) {
    List<Action> actions = statement.actions();
    List<Optional<MysqlCost>> costs = costs(actions, before);
    MysqlRequest request = MysqlRequest.of(statement);
    List<Impact> impacts = new ArrayList<>();
    Catalog catalog = before;
    for (int i = 0; i < actions.size(); i++) {
      MysqlTable table = table(actions.get(i), catalog);
      Optional<MysqlAlgorithm> algorithm = chosen(costs.get(i), costs, request, table);
      impacts.add(asked(impact(actions.get(i), algorithm, catalog), request));
      catalog = catalog.after(actions.get(i));
    }
    return impacts;
  }

  /** More than it needs, where the author wants it. */
  private static Impact asked(Impact impact, MysqlRequest request) {
    Blocks wanted =
        request.locks("EXCLUSIVE")
            ? Blocks.READS_AND_WRITES
            : request.locks("SHARED") ? Blocks.WRITES : Blocks.NOTHING;
    boolean more = impact.work().growsWithTable() && wanted.compareTo(impact.blocks()) > 0;
    return more
        ? new Impact(impact.lock(), wanted, impact.work(), impact.table(), impact.also())
        : impact;
  }

  /** The algorithm that the server takes by itself; empty when the statement changes no table. */
  static Optional<MysqlAlgorithm> best(Statement statement, Catalog before) {
    List<MysqlCost> costs =
        costs(statement.actions(), before).stream().flatMap(Optional::stream).toList();
    return costs.stream().reduce(MysqlCost::max).map(MysqlCost::alone);
  }

  /** One by one, each on the catalog that the ones before leave. */
  private static List<Optional<MysqlCost>> costs(List<Action> actions, Catalog before) {
    List<Optional<MysqlCost>> costs = new ArrayList<>();
    Catalog catalog = before;
    for (Action action : actions) {
      Catalog now = catalog;
      costs.add(beside(action, actions, now).or(() -> cost(action, now)));
      catalog = catalog.after(action);
    }
    return costs;
  }

  /** What a clause costs for the sake of another one of the same statement. */
  private static Optional<MysqlCost> beside(Action action, List<Action> all, Catalog catalog) {
    if (action instanceof DropConstraint drop
        && all.stream().anyMatch(MysqlImpacts::makesPrimaryKey)) {
      MysqlTable table = MysqlTable.of(drop.table(), catalog);
      return Optional.of(MysqlKeyCosts.drop(drop.constraint(), true, table));
    }
    boolean mixed =
        addsVirtual(action)
            && all.stream().anyMatch(a -> a instanceof AddColumn && !addsVirtual(a));
    return mixed && catalog.dialect() == Dialect.MARIADB
        ? Optional.of(MysqlCost.of(new MysqlTable(catalog, Optional.empty()).copy()))
        : Optional.empty();
  }

  private static boolean addsVirtual(Action action) {
    return action instanceof AddColumn add && add.column().generation() == Generation.VIRTUAL;
  }

  private static boolean makesPrimaryKey(Action action) {
    if (action instanceof AddColumn add) {
      return add.column().constraints().stream()
          .anyMatch(c -> c instanceof TableConstraint.PrimaryKey);
    }
    return action instanceof AddConstraint add
        && add.constraint() instanceof TableConstraint.PrimaryKey;
  }

  private static Optional<MysqlAlgorithm> chosen(
      Optional<MysqlCost> own,
      List<Optional<MysqlCost>> all,
      MysqlRequest request,
      MysqlTable table) {
    if (own.isPresent() && request.asksFor("COPY")) {
      return Optional.of(table.copy());
    }
    boolean inPlace = request.asksFor("INPLACE") && !table.mariadb();
    List<MysqlCost> known = all.stream().flatMap(Optional::stream).toList();
    boolean cheap = known.size() == 1 || known.stream().allMatch(MysqlCost::isInstant);
    return own.map(c -> cheap && !inPlace ? c.alone() : c.together());
  }

  private static Optional<MysqlCost> cost(Action action, Catalog catalog) {
    return COSTS.answer(action, catalog);
  }

  private static MysqlTable table(Action action, Catalog catalog) {
    return TABLES
        .answer(action, catalog)
        .map(t -> MysqlTable.of(t, catalog))
        .orElse(new MysqlTable(catalog, Optional.empty()));
  }

  private static Impact impact(Action action, Optional<MysqlAlgorithm> algorithm, Catalog catalog) {
    Optional<ObjectName> table = TABLES.answer(action, catalog);
    boolean rows = action instanceof Insert || action instanceof Update || action instanceof Delete;
    if (rows) {
      return new Impact("row locks", Blocks.NOTHING, Work.ROWS, table);
    }
    return algorithm.flatMap(a -> table.map(a::on)).orElse(Impact.NONE);
  }

  private static Optional<MysqlCost> copy(ObjectName table, Catalog catalog) {
    return Optional.of(MysqlCost.of(MysqlTable.of(table, catalog).copy()));
  }

  private static Optional<MysqlCost> rebuild(ObjectName table, Catalog catalog) {
    return Optional.of(MysqlCost.of(MysqlTable.of(table, catalog).rebuild()));
  }
}
