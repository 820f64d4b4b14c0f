package dev.sluice.flow.beside;

import dev.sluice.change.Change;
import dev.sluice.change.MappedScript;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Version;
import dev.sluice.flow.Landscape;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.TableOfAction;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.store.record.Touch;
import dev.sluice.store.record.TouchedStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The tables that a change's statements write or alter, and the versions that it takes. */
public final class TouchedTables {
  private static final String PUBLIC = "public.";

  private final Supplier<Landscape> landscape;
  private final SqlReader reader;

  public TouchedTables(Supplier<Landscape> landscape, SqlReader reader) {
    this.landscape = landscape;
    this.reader = reader;
  }

  Set<Touch> of(Change change) {
    Set<Touch> touches = new HashSet<>();
    for (MappedScript script : change.scripts()) {
      for (String database : script.databases()) {
        version(script).ifPresent(v -> touches.add(new Touch(database, Touch.Kind.VERSION, v)));
        Optional.ofNullable(landscape.get().databases().get(database))
            .map(Landscape.Database::dialect)
            .ifPresent(dialect -> tables(script, database, dialect, touches));
      }
    }
    return touches;
  }

  /** What each statement does to which table, for the record. */
  public List<TouchedStatement> statements(Change change) {
    List<TouchedStatement> all = new ArrayList<>();
    for (MappedScript script : change.scripts()) {
      for (String database : script.databases()) {
        Optional.ofNullable(landscape.get().databases().get(database))
            .map(Landscape.Database::dialect)
            .ifPresent(dialect -> statements(script, database, dialect, all));
      }
    }
    return all;
  }

  private void statements(
      MappedScript script, String database, Dialect dialect, List<TouchedStatement> all) {
    for (Statement statement : reader.read(script.script().text(), dialect).statements()) {
      for (Action action : statement.actions()) {
        TableOfAction.of(action)
            .ifPresent(
                table ->
                    all.add(
                        new TouchedStatement(
                            database,
                            name(table, dialect),
                            words(action),
                            script.script().path(),
                            statement.place().start().line())));
      }
    }
  }

  /** {@code ADD COLUMN}. */
  private static String words(Action action) {
    return action instanceof Action.OtherDdl ddl
        ? ddl.verb() + " " + ddl.objectType()
        : action
            .getClass()
            .getSimpleName()
            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            .toUpperCase(Locale.ROOT);
  }

  private static Optional<String> version(MappedScript script) {
    ScriptName name = script.script().name();
    return name.kind() == ScriptName.Kind.VERSIONED
        ? Optional.of(Version.parse(name.version()).toString())
        : Optional.empty();
  }

  private void tables(MappedScript script, String database, Dialect dialect, Set<Touch> touches) {
    reader.read(script.script().text(), dialect).statements().stream()
        .flatMap(s -> s.actions().stream())
        .flatMap(a -> table(a).stream())
        .map(t -> new Touch(database, Touch.Kind.TABLE, name(t, dialect)))
        .forEach(touches::add);
  }

  /** Most people do not write the schema that everything is in anyway. */
  private static String name(ObjectName table, Dialect dialect) {
    String name = table.toString();
    return dialect == Dialect.POSTGRESQL && name.startsWith(PUBLIC)
        ? name.substring(PUBLIC.length())
        : name;
  }

  private static Optional<ObjectName> table(Action action) {
    return TableOfAction.of(action);
  }
}
