package dev.sluice.review.rule;

import dev.sluice.language.Message;
import dev.sluice.sql.Action;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.TableConstraint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An index that an action brings, on its own or with a key.
 *
 * @param name empty when the engine makes one up
 * @param where the condition of a partial index
 */
public record NewIndex(
    Place place,
    ObjectName table,
    Optional<String> name,
    List<String> columns,
    Kind kind,
    Optional<String> where) {
  /** What else it holds. */
  public enum Kind {
    PLAIN(Message.of("Index")),
    UNIQUE(Message.of("Unique key")),
    PRIMARY(Message.of("Primary key"));

    @SuppressWarnings("ImmutableEnumChecker") // a message never changes; its arguments hide that
    private final Message title;

    Kind(Message title) {
      this.title = title;
    }

    public Message title() {
      return title;
    }
  }

  /** Those of the action, in order; none for temporary tables and keys that take a ready index. */
  public static List<NewIndex> of(Action action) {
    if (action instanceof Action.CreateIndex index) {
      return List.of(
          new NewIndex(
              index.place(),
              index.table(),
              index.name().map(ObjectName::name),
              index.columns(),
              index.unique() ? Kind.UNIQUE : Kind.PLAIN,
              index.where()));
    }
    return action instanceof Action.CreateTable create && create.temporary()
        ? List.of()
        : constraints(action).flatMap(c -> of(tableOf(action), c).stream()).toList();
  }

  /** The constraints that an action brings, those of its columns among them. */
  public static Stream<TableConstraint> constraints(Action action) {
    if (action instanceof Action.AddConstraint add) {
      return Stream.of(add.constraint());
    }
    if (action instanceof Action.AddColumn add) {
      return add.column().constraints().stream();
    }
    return action instanceof Action.CreateTable create
        ? Stream.concat(
            create.columns().stream().map(ColumnDefinition::constraints).flatMap(List::stream),
            create.constraints().stream())
        : Stream.empty();
  }

  /** The table of an action that brings constraints. */
  static ObjectName tableOf(Action action) {
    if (action instanceof Action.AddConstraint add) {
      return add.table();
    }
    if (action instanceof Action.AddColumn add) {
      return add.table();
    }
    return action instanceof Action.CreateTable create ? create.table() : ObjectName.of("");
  }

  private static Optional<NewIndex> of(ObjectName table, TableConstraint constraint) {
    if (constraint instanceof TableConstraint.PrimaryKey key && key.usingIndex().isEmpty()) {
      return Optional.of(of(table, key, key.columns(), Kind.PRIMARY));
    }
    if (constraint instanceof TableConstraint.Unique key && key.usingIndex().isEmpty()) {
      return Optional.of(of(table, key, key.columns(), Kind.UNIQUE));
    }
    return constraint instanceof TableConstraint.Key key
        ? Optional.of(of(table, key, key.columns(), Kind.PLAIN))
        : Optional.empty();
  }

  private static NewIndex of(
      ObjectName table, TableConstraint written, List<String> columns, Kind kind) {
    return new NewIndex(written.place(), table, written.name(), columns, kind, Optional.empty());
  }

  /** For messages: {@code Index orders_placed_at (placed_at)}. */
  public Message shown() {
    return name.map(n -> Message.of("%s %s (%s)", kind.title(), n, listed()))
        .orElseGet(() -> Message.of("%s (%s)", kind.title(), listed()));
  }

  public String listed() {
    return String.join(", ", columns);
  }

  /** Whether an index over these columns serves what this one would. */
  public boolean beginsLike(List<String> other) {
    return other.size() >= columns.size() && other.subList(0, columns.size()).equals(columns);
  }
}
