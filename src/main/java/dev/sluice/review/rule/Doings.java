package dev.sluice.review.rule;

import dev.sluice.probe.Dependant;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a change as a whole drops and makes, in the order in which it will run. */
public final class Doings {
  /** Of nobody. */
  public static final Doings NONE = new Doings(List.of());

  private final List<Doing> all;

  private record Doing(String path, int statement, String kind, String name) {}

  private Doings(List<Doing> all) {
    this.all = all;
  }

  public static Doings of(List<ScriptUnderReview> scripts) {
    List<Doing> all = new ArrayList<>();
    for (ScriptUnderReview script : scripts) {
      for (Statement statement : script.script().statements()) {
        for (Action action : statement.actions()) {
          of(action)
              .ifPresent(
                  d ->
                      all.add(new Doing(script.path(), statement.number(), group(d.kind), d.name)));
        }
      }
    }
    return new Doings(all);
  }

  private static Optional<Doing> of(Action action) {
    if (action instanceof Action.DropView drop) {
      return doing("view", drop.view());
    }
    if (action instanceof Action.CreateView view) {
      return doing("view", view.view());
    }
    if (action instanceof Action.DropTable drop) {
      return doing("table", drop.table());
    }
    if (action instanceof Action.DropIndex drop) {
      return doing("index", drop.index());
    }
    if (action instanceof Action.DropConstraint drop) {
      return Optional.of(new Doing("", 0, "constraint", drop.constraint()));
    }
    if (action instanceof Action.DropColumn drop) {
      return Optional.of(new Doing("", 0, "column", drop.column()));
    }
    boolean other =
        action instanceof Action.OtherDdl ddl
            && List.of("CREATE", "DROP", "ALTER").contains(ddl.verb());
    return other
        ? ((Action.OtherDdl) action)
            .name()
            .flatMap(n -> doing(((Action.OtherDdl) action).objectType(), n))
        : Optional.empty();
  }

  private static Optional<Doing> doing(String kind, ObjectName name) {
    return Optional.of(new Doing("", 0, kind, name.name()));
  }

  /** Statements and catalogs do not always agree on the finer kind. */
  private static String group(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    for (String group : List.of("view", "table", "trigger", "column", "policy", "event", "index")) {
      if (lower.endsWith(group)) {
        return group.equals("table") ? "view" : group;
      }
    }
    return switch (lower) {
      case "function", "procedure", "routine" -> "routine";
      case "foreign key", "constraint" -> "constraint";
      default -> lower;
    };
  }

  /** Whether the change sees to it by itself, up to and with this statement. */
  boolean before(Dependant dependant, String path, int statement) {
    boolean reached = false;
    for (Doing doing : all) {
      boolean here = doing.path.equals(path);
      if ((reached && !here) || (here && doing.statement > statement)) {
        return false;
      }
      reached = here;
      if (means(doing, dependant)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it does so anywhere. */
  boolean anywhere(Dependant dependant) {
    return all.stream().anyMatch(d -> means(d, dependant));
  }

  private static boolean means(Doing doing, Dependant dependant) {
    boolean itself =
        doing.kind.equals(group(dependant.kind()))
            && doing.name.equalsIgnoreCase(dependant.name().name());
    boolean itsTable =
        doing.kind.equals("view")
            && dependant.on().filter(o -> doing.name.equalsIgnoreCase(o.name())).isPresent();
    return itself || itsTable;
  }
}
