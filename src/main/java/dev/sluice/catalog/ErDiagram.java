package dev.sluice.catalog;

import dev.sluice.catalog.Constraint.Kind;
import dev.sluice.sql.DataType;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables and their nearest relatives as an {@code erDiagram} of Mermaid: the tables asked for with
 * their columns, those that a foreign key joins to them with their keys. Whatever a name holds, it
 * stays a name in the diagram: only letters, digits and a few harmless characters get in.
 */
public final class ErDiagram {
  private static final int MOST_TABLES = 30;
  private static final int MOST_COLUMNS = 40;
  private static final int LONGEST_NAME = 60;

  private final Catalog catalog;
  private final Map<ObjectName, String> names = new LinkedHashMap<>();

  private ErDiagram(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Empty when none of the tables is known. */
  public static Optional<String> of(Catalog catalog, Collection<ObjectName> touched) {
    Map<ObjectName, Table> wanted = new LinkedHashMap<>();
    touched.stream()
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .flatMap(n -> catalog.table(n).stream())
        .filter(t -> !t.temporary())
        .limit(MOST_TABLES)
        .forEach(t -> wanted.put(t.name(), t));
    return wanted.isEmpty() ? Optional.empty() : Optional.of(new ErDiagram(catalog).draw(wanted));
  }

  private String draw(Map<ObjectName, Table> wanted) {
    Map<ObjectName, Table> all = withNeighbours(wanted);
    boolean oneSchema = all.keySet().stream().map(ObjectName::schema).distinct().count() == 1;
    all.keySet().forEach(n -> names.put(n, free(oneSchema ? n.name() : n.toString())));
    StringBuilder text = new StringBuilder("erDiagram\n");
    all.values().forEach(t -> text.append(entity(t, wanted.containsKey(t.name()))));
    for (Table table : all.values()) {
      keys(table)
          .filter(k -> target(k).filter(all::containsKey).isPresent())
          .filter(k -> wanted.containsKey(table.name()) || wanted.containsKey(to(k)))
          .forEach(k -> text.append(line(table, k)));
    }
    return text.toString();
  }

  private Map<ObjectName, Table> withNeighbours(Map<ObjectName, Table> wanted) {
    Map<ObjectName, Table> all = new LinkedHashMap<>(wanted);
    List<Table> near = new ArrayList<>();
    wanted.values().stream()
        .flatMap(ErDiagram::keys)
        .flatMap(k -> target(k).stream())
        .flatMap(n -> catalog.table(n).stream())
        .forEach(near::add);
    catalog.tables().stream()
        .filter(t -> keys(t).anyMatch(k -> target(k).filter(wanted::containsKey).isPresent()))
        .sorted((one, other) -> one.name().toString().compareTo(other.name().toString()))
        .forEach(near::add);
    for (Table table : near) {
      if (all.size() < MOST_TABLES) {
        all.putIfAbsent(table.name(), table);
      }
    }
    return all;
  }

  private static Stream<Constraint> keys(Table table) {
    return table.constraints().stream().filter(c -> c.kind() == Kind.FOREIGN_KEY);
  }

  private static Optional<ObjectName> target(Constraint key) {
    return key.references().map(Constraint.Reference::table);
  }

  private static ObjectName to(Constraint key) {
    return target(key).orElseThrow();
  }

  private String entity(Table table, boolean whole) {
    Set<String> primary = table.primaryKey().map(k -> Set.copyOf(k.columns())).orElse(Set.of());
    Set<String> foreign = new LinkedHashSet<>();
    keys(table).forEach(k -> foreign.addAll(k.columns()));
    List<Column> shown =
        table.columns().stream()
            .filter(c -> whole || primary.contains(c.name()) || foreign.contains(c.name()))
            .limit(MOST_COLUMNS)
            .toList();
    String columns =
        shown.stream()
            .map(c -> column(c, primary.contains(c.name()), foreign.contains(c.name())))
            .collect(Collectors.joining());
    return "  \""
        + nameOf(table.name())
        + "\""
        + (columns.isEmpty() ? "\n" : " {\n" + columns + "  }\n");
  }

  private static String column(Column column, boolean primary, boolean foreign) {
    String keys = primary && foreign ? " PK, FK" : primary ? " PK" : foreign ? " FK" : "";
    return "    " + type(column.type()) + " " + word(column.name()) + keys + "\n";
  }

  /** How many rows there may be on this side, read from null and unique. */
  private String line(Table table, Constraint key) {
    boolean optional =
        key.columns().stream().flatMap(c -> table.column(c).stream()).anyMatch(Column::nullable);
    boolean single =
        table.constraints().stream()
            .filter(c -> c.kind() == Kind.PRIMARY_KEY || c.kind() == Kind.UNIQUE)
            .anyMatch(c -> key.columns().containsAll(c.columns()) && !c.columns().isEmpty());
    return String.format(
        "  \"%s\" %s--%s \"%s\" : \"%s\"\n",
        nameOf(table.name()),
        single ? "|o" : "}o",
        optional ? "o|" : "||",
        nameOf(target(key).orElseThrow()),
        harmless(String.join(", ", key.columns())));
  }

  private String nameOf(ObjectName table) {
    return names.getOrDefault(table, "_");
  }

  /** Two names that look alike once harmless are told apart by a number. */
  private String free(String table) {
    String name = harmless(table.isEmpty() ? "_" : table);
    String free = name;
    for (int i = 2; names.containsValue(free); i++) {
      free = name + " " + i;
    }
    return free;
  }

  private static String harmless(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_NAME)
        .forEach(c -> kept.appendCodePoint(plain(c) || " .,-".indexOf(c) >= 0 ? c : '_'));
    return kept.toString();
  }

  private static boolean plain(int c) {
    return (Character.isLetterOrDigit(c) && Character.isBmpCodePoint(c)) || c == '_';
  }

  private static String type(DataType type) {
    String name = type.arguments().size() == 1 ? type.toString() : type.name();
    return word(name.replace(' ', '_'), "()");
  }

  private static String word(String text) {
    return word(text, "");
  }

  /** Begins with a letter; the marks of keys are no names. */
  private static String word(String text, String also) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_NAME)
        .forEach(c -> kept.appendCodePoint(plain(c) || also.indexOf(c) >= 0 ? c : '_'));
    boolean begins = kept.length() > 0 && Character.isLetter(kept.charAt(0));
    String word = begins ? kept.toString() : "c" + kept;
    return Set.of("pk", "fk", "uk").contains(word.toLowerCase(Locale.ROOT)) ? word + "_" : word;
  }
}
