package dev.sluice.deploy.backup;

import dev.sluice.deploy.backup.BackupPlan.Copy;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.query.Stretch;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Plans the copy of the rows that an UPDATE or a DELETE changes. */
record RowsPlan(Dialect dialect, BackupPlanner.Sources sources) {
  static final String NO_KEY = "the table has no primary key by which its rows are found again";

  BackupPlan plan(Wish wish, SourceTable source, Statement statement) throws SQLException {
    if (source.key().isEmpty()) {
      return wish.not(NO_KEY);
    }
    Optional<RowChange> change = RowChange.of(statement, wish.table(), dialect);
    if (change.isEmpty()) {
      return wish.not("its rows cannot be read before it runs");
    }
    if (source.key().stream().anyMatch(k -> wish.isColumn(k, dialect))) {
      return wish.not("it changes the primary key");
    }
    if (wish.what() == Wish.What.UPDATE && wish.columns().isEmpty()) {
      return wish.not("which columns it sets is not known");
    }
    Set<String> changing = changing(change.get().deciding());
    if (!changing.isEmpty()) {
      return wish.not(
          "its condition may hold for other rows when it is asked again: "
              + String.join(", ", changing));
    }
    if (change.get().limited() && !ordered(change.get(), source)) {
      return wish.not("LIMIT without an ORDER BY over the primary key picks rows at will");
    }
    return copy(wish, source, change.get());
  }

  private Set<String> changing(Stretch deciding) throws SQLException {
    Set<String> changing = new LinkedHashSet<>(Volatility.known(deciding, dialect));
    changing.addAll(sources.changing(Volatility.called(deciding)));
    return changing;
  }

  private boolean ordered(RowChange change, SourceTable source) {
    List<String> columns =
        change.order().stream().filter(o -> !o.isEmpty()).map(this::column).toList();
    return source.key().stream().map(k -> dialect.fold(k, true)).allMatch(columns::contains);
  }

  private String column(Stretch item) {
    int last = item.size() - 1;
    boolean direction = item.at(last, "DESC") || item.at(last, "ASC");
    return item.get(direction && last > 0 ? last - 1 : last).folded(dialect);
  }

  private BackupPlan copy(Wish wish, SourceTable source, RowChange change) {
    boolean update = wish.what() == Wish.What.UPDATE;
    List<SavedColumn> columns = source.kept().stream().map(SourceColumn::saved).toList();
    Shape shape =
        new Shape(
            columns,
            source.key(),
            update ? changed(wish, source) : List.of(),
            source.identityAlways(),
            Optional.empty());
    boolean verified = change.joined() || change.deciding().contains("SELECT");
    boolean marked = verified && update && dialect == Dialect.POSTGRESQL;
    return new Copy(
        update ? BackupKind.UPDATED : BackupKind.DELETED,
        source.name(),
        shape,
        query(shape, change, marked),
        change.qualifier(),
        true,
        change.limited(),
        true,
        verified,
        false,
        note(update, source));
  }

  /** With triggers, nobody knows which columns an UPDATE changes. */
  private List<String> changed(Wish wish, SourceTable source) {
    Predicate<SourceColumn> goesBack =
        c -> source.triggers() || c.setByItself() || wish.isColumn(c.name(), dialect);
    return source.kept().stream()
        .filter(c -> !source.key().contains(c.name()))
        .filter(goesBack)
        .filter(c -> !c.identityAlways())
        .map(SourceColumn::name)
        .toList();
  }

  /**
   * @param marked whether it also says where each row lies
   */
  private String query(Shape shape, RowChange change, boolean marked) {
    Names names = new Names(dialect);
    String columns =
        Names.each(shape.names(), c -> read(shape, names, change.qualifier() + ".", c), ", ")
            + (marked
                ? ", %1$s.tableoid::text || %1$s.ctid::text".formatted(change.qualifier())
                : "");
    String all = String.join(", ", change.tables().stream().map(Stretch::text).toList());
    String rows = spaced("from", all, change.tail().text());
    if (!change.joined()) {
      return spaced(change.with().text(), "select", columns, rows);
    }
    // a join may meet a row more than once
    String key = Names.each(shape.key(), c -> change.qualifier() + "." + names.quoted(c), ", ");
    String alias = change.target().equals(change.qualifier()) ? "" : " as " + change.qualifier();
    return "select "
        + columns
        + " from "
        + change.target()
        + alias
        + " where ("
        + key
        + ") in ("
        + spaced(change.with().text(), "select", key, rows)
        + ")";
  }

  private static String spaced(String... parts) {
    return String.join(" ", List.of(parts)).strip();
  }

  /** How a column is read for the backup. */
  static String read(Shape shape, Names names, String qualifier, String column) {
    String read = qualifier + names.quoted(column);
    return shape.castOf(column).isPresent() ? read + "::text" : read;
  }

  private static String note(boolean update, SourceTable source) {
    if (!update && !source.cascading().isEmpty()) {
      return "Rows of "
          + String.join(", ", source.cascading())
          + " that go or change with them (ON DELETE) are not in it.";
    }
    return source.triggers()
        ? "What triggers of " + source.name() + " did elsewhere is not in it."
        : "";
  }
}
