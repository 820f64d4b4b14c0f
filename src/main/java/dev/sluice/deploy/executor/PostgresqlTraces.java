package dev.sluice.deploy.executor;

import dev.sluice.deploy.Step;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Token;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Indexes are known by their oids, so that an index of the same name that was there before, valid
 * or not, is never taken for ours.
 */
final class PostgresqlTraces implements Traces {
  @Override
  public Optional<String> before(Connection connection, Step step) throws SQLException {
    Optional<Action.CreateIndex> create = only(step, Action.CreateIndex.class);
    if (create.isPresent()) {
      return Optional.of(String.join(",", indexes(connection, create.get().table())));
    }
    Optional<Action.DropIndex> drop = only(step, Action.DropIndex.class);
    if (drop.isPresent()) {
      return Optional.of(oid(connection, drop.get().index()).orElse(""));
    }
    if (PostgresqlReindex.is(step)) {
      return Optional.of(PostgresqlReindex.before(connection, step));
    }
    return addedEnumValue(step).isPresent()
        ? Optional.of(Boolean.toString(hasEnumValue(connection, step)))
        : Optional.empty();
  }

  @Override
  public Trace find(Connection connection, Step step, Optional<String> before) throws SQLException {
    if (step.statement().tokens().get(0).is("VACUUM")) {
      return Trace.of(Trace.Kind.NOT_RUN); // repeating it is harmless
    }
    if (before.isEmpty()) {
      return Trace.of(Trace.Kind.UNDECIDABLE);
    }
    if (PostgresqlReindex.is(step)) {
      return PostgresqlReindex.find(connection, step, before.get());
    }
    Optional<Action.CreateIndex> create = only(step, Action.CreateIndex.class);
    if (create.isPresent()) {
      return createdIndex(connection, create.get(), before.get());
    }
    boolean was = !before.get().isEmpty() && !before.get().equals("false");
    Optional<Action.DropIndex> drop = only(step, Action.DropIndex.class);
    boolean changed =
        drop.isPresent()
            ? was && !oid(connection, drop.get().index()).equals(before)
            : !was && hasEnumValue(connection, step);
    return Trace.of(changed ? Trace.Kind.DONE : Trace.Kind.NOT_RUN);
  }

  private static Trace createdIndex(Connection connection, Action.CreateIndex create, String before)
      throws SQLException {
    List<String> known = Arrays.asList(before.split(","));
    List<String> fresh =
        indexes(connection, create.table()).stream().filter(oid -> !known.contains(oid)).toList();
    if (fresh.isEmpty()) {
      return Trace.of(Trace.Kind.NOT_RUN);
    }
    if (fresh.size() > 1) {
      return Trace.of(Trace.Kind.UNDECIDABLE);
    }
    return Jdbc.first(
            connection,
            "select indexrelid::regclass from pg_index where indexrelid = ? and not indisvalid",
            Long.parseLong(fresh.get(0)))
        .map(name -> new Trace(Trace.Kind.LEFTOVER, List.of(name)))
        .orElse(Trace.of(Trace.Kind.DONE));
  }

  /** IF NOT EXISTS is content with an INVALID index of that name; we are not. */
  @Override
  public Optional<String> flaw(Connection connection, Step step) throws SQLException {
    Optional<Action.CreateIndex> create = only(step, Action.CreateIndex.class);
    if (create.flatMap(Action.CreateIndex::name).isEmpty()) {
      return Optional.empty();
    }
    ObjectName table = create.get().table();
    return Jdbc.first(
            connection,
            "select indexrelid::regclass from pg_index join pg_class on oid = indexrelid"
                + " where not indisvalid and indrelid = to_regclass("
                + NAME
                + ") and relname = ?",
            table.schema().orElse(""),
            table.name(),
            create.get().name().get().name())
        .map(name -> "The index " + name + " is there, but INVALID: drop it.");
  }

  @Override
  public Ran clear(Connection connection, Trace leftover) throws SQLException {
    for (String index : leftover.objects()) {
      Jdbc.execute(connection, "drop index concurrently if exists " + index);
    }
    return Ran.NOTHING;
  }

  private static List<String> indexes(Connection connection, ObjectName table) throws SQLException {
    return Jdbc.column(
        connection,
        "select indexrelid from pg_index where indrelid = to_regclass(" + NAME + ") order by 1",
        table.schema().orElse(""),
        table.name());
  }

  private static Optional<String> oid(Connection connection, ObjectName index) throws SQLException {
    return Jdbc.first(
        connection,
        "select oid from pg_class where oid = to_regclass(" + NAME + ")",
        index.schema().orElse(""),
        index.name());
  }

  /** A name in SQL from its folded parts: schema, which may be empty, and name. */
  static final String NAME = "coalesce(quote_ident(nullif(?, '')) || '.', '') || quote_ident(?)";

  private static boolean hasEnumValue(Connection connection, Step step) throws SQLException {
    EnumValue value = addedEnumValue(step).orElseThrow();
    return Jdbc.first(
            connection,
            "select 1 from pg_enum where enumtypid = to_regtype(?) and enumlabel = "
                + value.label(),
            value.type())
        .isPresent();
  }

  private record EnumValue(String type, String label) {}

  /** ALTER TYPE name ADD VALUE [IF NOT EXISTS] 'label' …, type and label as written. */
  private static Optional<EnumValue> addedEnumValue(Step step) {
    List<Token> tokens = step.statement().tokens();
    if (tokens.size() < 6 || !tokens.get(0).is("ALTER") || !tokens.get(1).is("TYPE")) {
      return Optional.empty();
    }
    StringBuilder type = new StringBuilder();
    int i = 2;
    while (i < tokens.size() && !tokens.get(i).is("ADD")) {
      type.append(tokens.get(i++).text());
    }
    return tokens.stream()
        .filter(t -> t.kind() == Token.Kind.STRING)
        .findFirst()
        .map(label -> new EnumValue(type.toString(), label.text()));
  }

  private static <A extends Action> Optional<A> only(Step step, Class<A> kind) {
    List<Action> actions = step.statement().actions();
    return actions.size() == 1 && kind.isInstance(actions.get(0))
        ? Optional.of(kind.cast(actions.get(0)))
        : Optional.empty();
  }
}
