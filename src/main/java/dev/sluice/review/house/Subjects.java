package dev.sluice.review.house;

import static dev.sluice.review.house.Part.COLUMN;
import static dev.sluice.review.house.Part.NAME;
import static dev.sluice.review.house.Part.TYPE;

import dev.sluice.sql.Action;
import dev.sluice.sql.ActionVisitor;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an action does, in the words of the house. */
final class Subjects implements ActionVisitor<List<Subject>> {
  private static final Set<String> ROUTINES = Set.of("FUNCTION", "PROCEDURE", "ROUTINE");
  private static final Set<String> TRIGGERS = Set.of("TRIGGER", "CONSTRAINT TRIGGER");

  static List<Subject> of(Action action) {
    return action.accept(new Subjects());
  }

  @Override
  public List<Subject> createTable(Action.CreateTable a) {
    List<Subject> all = new ArrayList<>();
    all.add(Subject.of(StatementKind.CREATE_TABLE, a.place(), a.table()));
    for (ColumnDefinition column : a.columns()) {
      all.add(column(StatementKind.NEW_COLUMN, a.table(), column));
      column.constraints().forEach(c -> all.addAll(constraint(a.table(), c, c.place())));
    }
    a.constraints().forEach(c -> all.addAll(constraint(a.table(), c, c.place())));
    return all;
  }

  private static Subject column(StatementKind kind, ObjectName table, ColumnDefinition column) {
    return Subject.of(kind, column.place(), table)
        .named(COLUMN, column.name())
        .named(TYPE, column.type().toString());
  }

  private static List<Subject> constraint(ObjectName table, TableConstraint c, Place place) {
    Subject any = Subject.of(StatementKind.NEW_CONSTRAINT, place, table).named(NAME, c.name());
    if (c instanceof TableConstraint.Key) {
      return List.of(any.as(StatementKind.CREATE_INDEX));
    }
    return kind(c).map(k -> List.of(any, any.as(k))).orElse(List.of(any));
  }

  private static Optional<StatementKind> kind(TableConstraint c) {
    if (c instanceof TableConstraint.PrimaryKey) {
      return Optional.of(StatementKind.NEW_PRIMARY_KEY);
    }
    if (c instanceof TableConstraint.Unique) {
      return Optional.of(StatementKind.NEW_UNIQUE);
    }
    if (c instanceof TableConstraint.ForeignKey) {
      return Optional.of(StatementKind.NEW_FOREIGN_KEY);
    }
    return c instanceof TableConstraint.Check
        ? Optional.of(StatementKind.NEW_CHECK)
        : Optional.empty();
  }

  @Override
  public List<Subject> dropTable(Action.DropTable a) {
    return List.of(Subject.of(StatementKind.DROP_TABLE, a.place(), a.table()));
  }

  @Override
  public List<Subject> renameTable(Action.RenameTable a) {
    return List.of(
        Subject.of(StatementKind.RENAME_TABLE, a.place(), a.table()).named(NAME, a.newName()));
  }

  @Override
  public List<Subject> addColumn(Action.AddColumn a) {
    Subject column = column(StatementKind.ADD_COLUMN, a.table(), a.column());
    List<Subject> all = new ArrayList<>(List.of(column, column.as(StatementKind.NEW_COLUMN)));
    a.column().constraints().forEach(c -> all.addAll(constraint(a.table(), c, c.place())));
    return all;
  }

  private static List<Subject> column(
      StatementKind kind, Place place, ObjectName table, String column) {
    return List.of(Subject.of(kind, place, table).named(COLUMN, column));
  }

  @Override
  public List<Subject> dropColumn(Action.DropColumn a) {
    return column(StatementKind.DROP_COLUMN, a.place(), a.table(), a.column());
  }

  @Override
  public List<Subject> renameColumn(Action.RenameColumn a) {
    return List.of(
        column(StatementKind.RENAME_COLUMN, a.place(), a.table(), a.column())
            .get(0)
            .named(NAME, a.newName()));
  }

  @Override
  public List<Subject> alterColumnType(Action.AlterColumnType a) {
    return List.of(
        column(StatementKind.CHANGE_COLUMN, a.place(), a.table(), a.column())
            .get(0)
            .named(TYPE, a.type().toString()));
  }

  @Override
  public List<Subject> modifyColumn(Action.ModifyColumn a) {
    return List.of(
        column(StatementKind.CHANGE_COLUMN, a.place(), a.table(), a.column())
            .get(0)
            .named(TYPE, a.definition().type().toString()));
  }

  @Override
  public List<Subject> setNotNull(Action.SetNotNull a) {
    return column(StatementKind.CHANGE_NULL_OR_DEFAULT, a.place(), a.table(), a.column());
  }

  @Override
  public List<Subject> dropNotNull(Action.DropNotNull a) {
    return column(StatementKind.CHANGE_NULL_OR_DEFAULT, a.place(), a.table(), a.column());
  }

  @Override
  public List<Subject> setDefault(Action.SetDefault a) {
    return column(StatementKind.CHANGE_NULL_OR_DEFAULT, a.place(), a.table(), a.column());
  }

  @Override
  public List<Subject> dropDefault(Action.DropDefault a) {
    return column(StatementKind.CHANGE_NULL_OR_DEFAULT, a.place(), a.table(), a.column());
  }

  @Override
  public List<Subject> addConstraint(Action.AddConstraint a) {
    return constraint(a.table(), a.constraint(), a.place());
  }

  @Override
  public List<Subject> dropConstraint(Action.DropConstraint a) {
    return List.of(
        Subject.of(StatementKind.DROP_CONSTRAINT, a.place(), a.table())
            .named(NAME, a.constraint()));
  }

  @Override
  public List<Subject> validateConstraint(Action.ValidateConstraint a) {
    return List.of();
  }

  @Override
  public List<Subject> createIndex(Action.CreateIndex a) {
    return List.of(
        Subject.of(StatementKind.CREATE_INDEX, a.place(), a.table())
            .named(NAME, a.name().map(ObjectName::name)));
  }

  @Override
  public List<Subject> dropIndex(Action.DropIndex a) {
    Subject index =
        a.table()
            .map(t -> Subject.of(StatementKind.DROP_INDEX, a.place(), t))
            .orElseGet(() -> Subject.named(StatementKind.DROP_INDEX, a.place(), a.index()));
    return List.of(index.named(NAME, a.index().name()));
  }

  @Override
  public List<Subject> createView(Action.CreateView a) {
    return List.of(Subject.named(StatementKind.CREATE_VIEW, a.place(), a.view()));
  }

  @Override
  public List<Subject> dropView(Action.DropView a) {
    return List.of(Subject.named(StatementKind.DROP_VIEW, a.place(), a.view()));
  }

  @Override
  public List<Subject> truncate(Action.Truncate a) {
    return List.of(Subject.of(StatementKind.TRUNCATE, a.place(), a.table()));
  }

  @Override
  public List<Subject> insert(Action.Insert a) {
    return List.of(Subject.of(StatementKind.INSERT, a.place(), a.table()));
  }

  @Override
  public List<Subject> update(Action.Update a) {
    return List.of(Subject.of(StatementKind.UPDATE, a.place(), a.table()));
  }

  @Override
  public List<Subject> delete(Action.Delete a) {
    return List.of(Subject.of(StatementKind.DELETE, a.place(), a.table()));
  }

  @Override
  public List<Subject> select(Action.Select a) {
    return List.of(Subject.of(StatementKind.SELECT, a.place()));
  }

  @Override
  public List<Subject> transactionControl(Action.TransactionControl a) {
    return List.of();
  }

  @Override
  public List<Subject> setSetting(Action.SetSetting a) {
    return List.of(Subject.of(StatementKind.SET, a.place()).named(NAME, a.name()));
  }

  @Override
  public List<Subject> otherDdl(Action.OtherDdl a) {
    Optional<StatementKind> kind = kind(a);
    if (kind.isEmpty()) {
      return List.of();
    }
    Subject subject =
        a.name()
            .map(n -> Subject.named(kind.get(), a.place(), n))
            .orElseGet(() -> Subject.of(kind.get(), a.place()));
    boolean trigger = kind.get() == StatementKind.CREATE_TRIGGER;
    Optional<Subject> ofTable =
        a.detail()
            .other()
            .filter(t -> trigger)
            .map(
                t ->
                    Subject.of(kind.get(), a.place(), t)
                        .named(NAME, a.name().map(ObjectName::name)));
    return List.of(ofTable.orElse(subject));
  }

  private static Optional<StatementKind> kind(Action.OtherDdl a) {
    boolean routine = ROUTINES.contains(a.objectType());
    boolean trigger = TRIGGERS.contains(a.objectType());
    return switch (a.verb()) {
      case "GRANT" -> Optional.of(StatementKind.GRANT);
      case "REVOKE" -> Optional.of(StatementKind.REVOKE);
      case "COMMENT" -> Optional.of(StatementKind.COMMENT);
      case "CREATE" ->
          Optional.of(
              routine
                  ? StatementKind.CREATE_ROUTINE
                  : trigger ? StatementKind.CREATE_TRIGGER : StatementKind.CREATE_OTHER);
      case "ALTER" -> Optional.of(StatementKind.ALTER_OTHER);
      case "DROP" ->
          Optional.of(
              routine
                  ? StatementKind.DROP_ROUTINE
                  : trigger ? StatementKind.DROP_TRIGGER : StatementKind.DROP_OTHER);
      default -> Optional.empty();
    };
  }

  @Override
  public List<Subject> unrecognised(Action.Unrecognised a) {
    return List.of();
  }
}
