package dev.sluice.flow;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.ErDiagram;
import dev.sluice.catalog.SchemaText;
import dev.sluice.change.Change;
import dev.sluice.change.MappedScript;
import dev.sluice.change.TargetName;
import dev.sluice.review.impact.HiddenCode;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.TableOfAction;
import dev.sluice.sql.reader.SqlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Applies a change in memory to what its targets have now. */
public final class DiffChange {
  /** Of other verbs no schema gets another text. */
  private static final Set<String> CHANGING =
      Set.of("CREATE", "ALTER", "DROP", "RENAME", "ATTACH", "DETACH", "IMPORT", "USE");

  private final Supplier<Landscape> landscape;
  private final TargetCatalogs catalogs;
  private final SqlReader reader;

  public DiffChange(Supplier<Landscape> landscape, TargetCatalogs catalogs, SqlReader reader) {
    this.landscape = landscape;
    this.catalogs = catalogs;
    this.reader = reader;
  }

  /** A statement whose effect, or part of it, the difference does not show. */
  public record Unseen(String path, Place place, String why) {}

  /**
   * What becomes of a target's schema.
   *
   * @param text unified; empty where nothing changes
   * @param diagram of the tables whose definition is touched, for Mermaid; empty where none is
   * @param note why the schema could not be read, and so no difference is known; empty when it was
   */
  public record Difference(
      TargetName target, String text, List<Unseen> unseen, Optional<String> diagram, String note) {
    public Difference {
      unseen = List.copyOf(unseen);
    }
  }

  /** For every target, in promotion order. */
  public List<Difference> of(Change change, boolean fromFork) {
    return landscape.get().targetsOf(change.databases()).stream()
        .map(t -> of(change, t, fromFork))
        .toList();
  }

  private Difference of(Change change, TargetName target, boolean fromFork) {
    Dialect dialect = landscape.get().dialectOf(target).orElseThrow();
    return catalogs.with(
        target,
        dialect,
        fromFork,
        sight ->
            sight.note().isEmpty()
                ? new Walk(target, sight.catalog()).through(change)
                : new Difference(target, "", List.of(), Optional.empty(), sight.note()));
  }

  /** One target's way through the scripts. */
  private final class Walk {
    private final TargetName target;
    private final Catalog before;
    private final List<Unseen> unseen = new ArrayList<>();
    private final Set<ObjectName> touched = new HashSet<>();
    private Catalog catalog;

    Walk(TargetName target, Catalog before) {
      this.target = target;
      this.before = before;
      this.catalog = before;
    }

    Difference through(Change change) {
      for (MappedScript mapped : change.scripts()) {
        if (mapped.databases().contains(target.database())) {
          String text = mapped.script().text();
          reader
              .read(text, before.dialect())
              .statements()
              .forEach(s -> apply(mapped.script().path(), s));
        }
      }
      return new Difference(
          target,
          SchemaText.difference(before, catalog),
          unseen,
          ErDiagram.of(catalog, touched),
          "");
    }

    private void apply(String path, Statement statement) {
      for (Action action : statement.actions()) {
        hidden(action).ifPresent(why -> unseen.add(new Unseen(path, action.place(), why)));
        TableOfAction.defined(action).stream().map(catalog::locate).forEach(touched::add);
        catalog = catalog.after(action);
      }
    }

    private Optional<String> hidden(Action action) {
      if (action instanceof Action.Unrecognised unrecognised) {
        return Optional.of("not understood: " + unrecognised.reason());
      }
      if (action instanceof Action.CreateView view && catalog.hasView(view.view())) {
        return Optional.of("the query of view " + view.view() + " is not compared");
      }
      if (action instanceof Action.CreateTable table
          && table.origin() == Action.CreateTable.Origin.AS_SELECT) {
        return Optional.of("the columns of " + table.table() + " come from a query");
      }
      return HiddenCode.in(action).or(() -> other(action));
    }

    private Optional<String> other(Action action) {
      return action instanceof Action.OtherDdl ddl && CHANGING.contains(ddl.verb())
          ? Optional.of(
              ddl.verb()
                  + " "
                  + ddl.objectType()
                  + ddl.name().map(n -> " " + n).orElse("")
                  + ": only tables, columns, constraints, indexes and the names of views are"
                  + " compared")
          : Optional.empty();
    }
  }
}
