package dev.sluice.catalog;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What statements do that we know by their kind only. Where one may have made or taken away names,
 * the catalog stops claiming that names of that kind are missing.
 */
final class OtherEffects {
  /** May run or contain any other statement. */
  private static final Set<String> OPAQUE_VERBS =
      Set.of("DO", "CALL", "EXECUTE", "IMPORT", "ATTACH");

  private static final Set<String> OPAQUE_OBJECTS = Set.of("EXTENSION", "SCHEMA", "OWNED");

  private static final Set<String> RELATIONS = Set.of("FOREIGN TABLE", "VIRTUAL TABLE", "SEQUENCE");

  private static final Set<String> VIEWS = Set.of("VIEW", "MATERIALIZED VIEW");

  private static final Set<String> HARMLESS_VERBS =
      Set.of("COMMENT", "GRANT", "REVOKE", "ANALYZE", "VACUUM", "REINDEX", "REFRESH");

  private static final Set<String> OFF = Set.of("0", "OFF", "FALSE");

  private static final Pattern PATH_ENTRY = Pattern.compile("\"?[\\w$]+\"?|'[\\w$]+'");

  private final Catalog catalog;

  OtherEffects(Catalog catalog) {
    this.catalog = catalog;
  }

  Catalog ddl(Action.OtherDdl action) {
    String verb = action.verb();
    String type = action.objectType();
    if (HARMLESS_VERBS.contains(verb)) {
      return catalog;
    }
    if (verb.equals("USE")) {
      return action.name().map(n -> use(n.name())).orElseGet(this::anything);
    }
    if (verb.equals("CREATE") && type.equals("SCHEMA")) {
      return action.name().map(n -> schema(n.name())).orElseGet(this::anything);
    }
    if (OPAQUE_VERBS.contains(verb) || OPAQUE_OBJECTS.contains(type)) {
      return anything();
    }
    if (RELATIONS.contains(type)) {
      return action.name().map(n -> relation(verb, n)).orElseGet(this::anything);
    }
    return verb.equals("ALTER") || verb.equals("RENAME") ? altered(action, type) : catalog;
  }

  /** Of another database than the one that was read nothing is known. */
  private Catalog use(String database) {
    boolean ours = !catalog.read() || catalog.scope().path().contains(database);
    return ours ? catalog : anything();
  }

  private Catalog schema(String name) {
    return catalog.with(catalog.scope().withSchema(name));
  }

  private Catalog relation(String verb, ObjectName written) {
    ObjectName name = catalog.scope().forNew(written, false);
    return switch (verb) {
      case "CREATE" ->
          catalog.taken(name)
              ? catalog
              : catalog.with(catalog.relations().with(name, Relation.OTHER));
      case "DROP" -> catalog.with(catalog.relations().without(catalog.locate(written)));
      default -> catalog;
    };
  }

  private Catalog altered(Action.OtherDdl action, String type) {
    if (type.equals("TABLE")) {
      return action.name().map(n -> movedMaybe(n.name())).orElseGet(this::anything);
    }
    if (type.equals("INDEX")) {
      return catalog.with(catalog.scope().blur(ObjectKind.INDEX));
    }
    if (type.equals("CONSTRAINT")) {
      return catalog.with(catalog.scope().blur(ObjectKind.CONSTRAINT, ObjectKind.INDEX));
    }
    return VIEWS.contains(type) ? catalog.with(catalog.scope().blur(ObjectKind.VIEW)) : catalog;
  }

  /** SET SCHEMA looks to us like OWNER TO: from now on the table may be elsewhere. */
  private Catalog movedMaybe(String table) {
    return catalog.with(catalog.relations().unsureOf(table));
  }

  /** Anything may have happened. */
  Catalog anything() {
    Scope blurred =
        catalog
            .scope()
            .blur(
                ObjectKind.TABLE,
                ObjectKind.VIEW,
                ObjectKind.INDEX,
                ObjectKind.COLUMN,
                ObjectKind.CONSTRAINT,
                ObjectKind.SCHEMA);
    return catalog.with(catalog.relations().forgetGone()).with(blurred);
  }

  Catalog set(Action.SetSetting action) {
    if (action.name().equalsIgnoreCase("foreign_key_checks")) {
      // with 0 MySQL takes a key to a table that comes later
      boolean off = OFF.contains(action.value().strip().toUpperCase(Locale.ROOT));
      return catalog.with(catalog.scope().blur(ObjectKind.REFERENCED_TABLE).withKeysUnchecked(off));
    }
    if (!action.name().equalsIgnoreCase("search_path")) {
      return catalog;
    }
    List<String> path = Stream.of(action.value().split(",")).map(String::strip).toList();
    return path.stream().allMatch(p -> PATH_ENTRY.matcher(p).matches())
        ? catalog.with(catalog.scope().withPath(path.stream().map(this::entry).toList()))
        : anything();
  }

  private String entry(String written) {
    boolean quoted = written.startsWith("\"") || written.startsWith("'");
    return quoted ? written.substring(1, written.length() - 1) : written.toLowerCase(Locale.ROOT);
  }
}
