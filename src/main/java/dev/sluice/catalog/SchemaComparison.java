package dev.sluice.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What two schemas of one engine do not share, named: tables, columns, indexes, constraints and
 * code. Grants are left out: they name accounts, which differ by right.
 */
public final class SchemaComparison {
  private static final String PART = "(\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|[\\w$]+)";
  private static final Pattern HEADING =
      Pattern.compile("(MATERIALIZED VIEW|FOREIGN TABLE|[A-Z]+)(?: .*)?", Pattern.DOTALL);

  private record Kind(String name, Pattern line) {}

  /** How parts of a table begin, in PostgreSQL's and MySQL's words. */
  private static final List<Kind> PARTS =
      List.of(
          new Kind("index", pattern("create (?:unique )?index " + PART + " ")),
          new Kind("index", pattern("(?:unique |fulltext |spatial )?key " + PART + " ")),
          new Kind("constraint", pattern("constraint " + PART + " ")),
          new Kind("primary key", pattern("(primary key) ")),
          new Kind("trigger", pattern("create (?:constraint )?trigger " + PART + " ")),
          new Kind("policy", pattern("policy " + PART + " ")),
          new Kind("rule", pattern("create rule " + PART + " ")));

  private static final Pattern OF_TABLE =
      pattern(
          "(?:unlogged|partition by|child of|row level security|forced|with \\(|comment '|\\)|create )");
  private static final Pattern COLUMN = Pattern.compile(PART + " .*", Pattern.DOTALL);

  private SchemaComparison() {}

  /**
   * One thing.
   *
   * @param kind lower case: table, column, index …
   * @param table that it belongs to; empty when it is an object of its own
   * @param one how the first schema has it; empty when it lacks it
   * @param other how the second has it
   */
  public record Difference(String kind, String name, String table, String one, String other) {
    /** {@code column note of orders}. */
    public String what() {
      String words = kind.equals(name) ? name : kind + " " + name;
      return table.isEmpty() || kind.equals("index") ? words : words + " of " + table;
    }
  }

  /** Throws IllegalArgumentException for snapshots of different formats. */
  public static List<Difference> between(Snapshot one, Snapshot other) {
    if (one.format() != other.format()) {
      throw new IllegalArgumentException(
          "snapshots of formats " + one.format() + " and " + other.format());
    }
    Map<String, List<String>> first = SnapshotObjects.of(one);
    Map<String, List<String>> second = SnapshotObjects.of(other);
    Set<String> headings = new TreeSet<>(first.keySet());
    headings.addAll(second.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String heading : headings) {
      compare(
          heading,
          counted(first.getOrDefault(heading, List.of())),
          counted(second.getOrDefault(heading, List.of())),
          first.containsKey(heading),
          second.containsKey(heading),
          differences);
    }
    return differences;
  }

  /** Lines that count, each once, whatever their order. */
  private static Set<String> counted(List<String> lines) {
    Set<String> counted = new LinkedHashSet<>();
    lines.stream()
        .filter(l -> !l.startsWith("grant "))
        .map(l -> l.strip().replaceFirst(",$", ""))
        .filter(l -> !l.isEmpty())
        .forEach(counted::add);
    return counted;
  }

  private static void compare(
      String heading,
      Set<String> one,
      Set<String> other,
      boolean inOne,
      boolean inOther,
      List<Difference> differences) {
    String kind = kind(heading);
    String name = heading.substring(Math.min(heading.length(), kind.length() + 1));
    if (!inOne || !inOther) {
      differences.add(new Difference(kind, name, "", inOne ? "there" : "", inOther ? "there" : ""));
    } else if (!one.equals(other)) {
      boolean parts = kind.equals("table") && one.stream().noneMatch(SchemaComparison::inOneText);
      differences.addAll(
          parts
              ? parts(name, one, other)
              : List.of(new Difference(kind, name, "", "this", "that")));
    }
  }

  /** SQLite keeps what was written, however it was broken into lines. */
  private static boolean inOneText(String line) {
    String text = line.toLowerCase(Locale.ROOT);
    return text.startsWith("create table") && !text.startsWith("create table `");
  }

  private static String kind(String heading) {
    Matcher matcher = HEADING.matcher(heading);
    return (matcher.matches() ? matcher.group(1) : heading.split(" ", 2)[0])
        .toLowerCase(Locale.ROOT);
  }

  private static List<Difference> parts(String table, Set<String> one, Set<String> other) {
    Map<String, Difference> found = new LinkedHashMap<>();
    one.stream()
        .filter(l -> !other.contains(l))
        .map(l -> part(table, l, true))
        .forEach(d -> found.put(d.what(), d));
    other.stream()
        .filter(l -> !one.contains(l))
        .map(l -> part(table, l, false))
        .forEach(d -> found.merge(d.what(), d, SchemaComparison::both));
    return List.copyOf(found.values());
  }

  private static Difference both(Difference one, Difference other) {
    return new Difference(one.kind(), one.name(), one.table(), one.one(), other.other());
  }

  private static Difference part(String table, String line, boolean ofOne) {
    String one = ofOne ? line : "";
    String other = ofOne ? "" : line;
    for (Kind part : PARTS) {
      Matcher matcher = part.line().matcher(line);
      if (matcher.lookingAt()) {
        return new Difference(part.name(), bare(matcher.group(1)), table, one, other);
      }
    }
    Matcher column = COLUMN.matcher(line);
    return OF_TABLE.matcher(line).lookingAt() || !column.matches()
        ? new Difference("table", table, "", "this", "that")
        : new Difference("column", bare(column.group(1)), table, one, other);
  }

  private static String bare(String name) {
    boolean quoted = name.startsWith("\"") || name.startsWith("`");
    return quoted ? name.substring(1, name.length() - 1) : name.toLowerCase(Locale.ROOT);
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
