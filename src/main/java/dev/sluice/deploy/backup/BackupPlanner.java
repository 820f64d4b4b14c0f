package dev.sluice.deploy.backup;

import dev.sluice.change.BackupPolicy;
import dev.sluice.deploy.backup.BackupPlan.Copy;
import dev.sluice.deploy.backup.BackupPlan.Move;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what is to be kept of a statement. Pure but for what it asks {@link Sources}. */
public record BackupPlanner(Dialect dialect, BackupPolicy policy, Sources sources) {
  /** What is asked of the target, or of a catalog. */
  public interface Sources {
    /** Empty when there is none of that name, or it is temporary. */
    Optional<SourceTable> find(ObjectName written, Statement statement) throws SQLException;

    /** Which of the functions give another value when they are asked again. */
    Set<String> changing(Set<String> functions) throws SQLException;
  }

  /** Whether {@link #plan} has anything to decide: whether the statement takes rows away. */
  public boolean concerns(Statement statement) {
    return policy.enabled() && wish(statement).isPresent();
  }

  public BackupPlan plan(Statement statement) throws SQLException {
    Optional<Wish> wish = policy.enabled() ? wish(statement) : Optional.empty();
    if (wish.isEmpty()) {
      return new BackupPlan.Nothing();
    }
    Wish wanted = wish.get();
    if (wanted.refusal().isPresent()) {
      return wanted.not(wanted.refusal().get());
    }
    Optional<SourceTable> source = sources.find(wanted.table(), statement);
    if (source.isEmpty()) {
      return new BackupPlan.Nothing();
    }
    return source.get().obstacle().isEmpty()
        ? plan(wanted, source.get(), statement)
        : wanted.not(source.get().obstacle());
  }

  private BackupPlan plan(Wish wish, SourceTable source, Statement statement) throws SQLException {
    return switch (wish.what()) {
      case UPDATE, DELETE -> new RowsPlan(dialect, sources).plan(wish, source, statement);
      case TRUNCATE -> all(BackupKind.DELETED, source, cascadeNote(source, wish.cascade()));
      case DROP_TABLE -> dropped(wish, source);
      case DROP_COLUMN -> columns(wish, source);
    };
  }

  private static String cascadeNote(SourceTable source, boolean cascade) {
    return cascade && source.linked()
        ? "Rows of the tables that CASCADE empties with " + source.name() + " are not in it."
        : "";
  }

  private BackupPlan dropped(Wish wish, SourceTable source) {
    if (policy.softDrop() && !wish.cascade() && source.entangled().isEmpty()) {
      return new Move(source.name(), Shape.NONE);
    }
    return all(BackupKind.TABLE_ROWS, source, "");
  }

  private BackupPlan all(BackupKind kind, SourceTable source, String note) {
    List<SavedColumn> columns = source.kept().stream().map(SourceColumn::saved).toList();
    Shape shape =
        new Shape(columns, source.key(), List.of(), source.identityAlways(), Optional.empty());
    return whole(kind, source, shape, note);
  }

  private Copy whole(BackupKind kind, SourceTable source, Shape shape, String note) {
    // in MySQL 8.0 DDL under LOCK TABLES waits for ever when its own session holds a GET_LOCK
    boolean exclusive = dialect == Dialect.MARIADB && !source.linked() && !source.triggers();
    boolean open = !dialect.transactionalDdl() && !exclusive;
    String gap = "Rows written between the copy and the statement are not in it.";
    return new Copy(
        kind,
        source.name(),
        shape,
        select(shape, source),
        "",
        false,
        false,
        false,
        false,
        exclusive,
        open ? (note + " " + gap).strip() : note);
  }

  /** The columns that go, with the key. */
  private BackupPlan columns(Wish wish, SourceTable source) {
    List<SourceColumn> gone =
        source.kept().stream().filter(c -> wish.isColumn(c.name(), dialect)).toList();
    if (gone.isEmpty()) {
      return new BackupPlan.Nothing(); // generated, or not there
    }
    if (source.key().isEmpty()) {
      return wish.not(RowsPlan.NO_KEY);
    }
    if (gone.stream().anyMatch(c -> source.key().contains(c.name()))) {
      return wish.not("the column belongs to the primary key");
    }
    List<SavedColumn> columns =
        source.columns().stream()
            .filter(c -> source.key().contains(c.name()) || gone.contains(c))
            .map(SourceColumn::saved)
            .toList();
    List<String> names = gone.stream().map(SourceColumn::name).toList();
    Optional<String> definition =
        gone.stream().allMatch(c -> c.definition().isPresent())
            ? Optional.of(
                gone.stream()
                    .map(c -> c.definition().orElseThrow())
                    .collect(Collectors.joining(", add column ")))
            : Optional.empty();
    Shape shape = new Shape(columns, source.key(), names, false, definition);
    return whole(BackupKind.COLUMN, source, shape, "");
  }

  private String select(Shape shape, SourceTable source) {
    Names names = new Names(dialect);
    return "select "
        + Names.each(shape.names(), c -> RowsPlan.read(shape, names, "", c), ", ")
        + " from "
        + names.quoted(source.name());
  }

  private Optional<Wish> wish(Statement statement) {
    return Wish.of(statement, dialect);
  }
}
