package dev.sluice.undo;

import dev.sluice.sql.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table of PostgreSQL, taken apart from a snapshot's lines. It is changed as the change's
 * statements change the table; a part that they made anew holds no text any more.
 */
final class PostgresqlTable {
  /** In the place of a part that a statement of this change made. */
  static final String MADE = "";

  private static final Pattern TRAITS =
      Pattern.compile(
          "^(unlogged|partition by .*|child of .*|row level security|forced|with \\(.*)( .*)?$");
  private static final Pattern COMMENT = Pattern.compile("^comment (E?'.*)$", Pattern.DOTALL);
  private static final Pattern COLUMN_COMMENT =
      Pattern.compile("^(.*?) comment (E?'(?:[^']|'')*')$", Pattern.DOTALL);
  private static final Pattern INDEX = Pattern.compile("^CREATE (?:UNIQUE )?INDEX (\\S+) .*");
  private static final Pattern TRIGGER =
      Pattern.compile("^CREATE (?:CONSTRAINT )?TRIGGER (\\S+) .*", Pattern.DOTALL);

  final String name;
  final Map<String, String> columns = new LinkedHashMap<>();
  final Map<String, String> columnComments = new LinkedHashMap<>();
  final Map<String, String> constraints = new LinkedHashMap<>();
  final Map<String, String> indexes = new LinkedHashMap<>();
  final Map<String, String> triggers = new LinkedHashMap<>();
  final Map<String, String> rules = new LinkedHashMap<>();
  final Map<String, String> policies = new LinkedHashMap<>();
  final List<String> grants = new ArrayList<>();
  String traits = "";
  Optional<String> comment = Optional.empty();

  PostgresqlTable(String name, List<String> lines) {
    this.name = name;
    joined(lines).forEach(this::read);
  }

  /** Texts with line breaks in them are put together again. */
  private static List<String> joined(List<String> lines) {
    List<String> whole = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : lines) {
      boolean within = open.length() > 0 || (line.startsWith("CREATE RULE") && !line.endsWith(";"));
      open.append(open.length() > 0 ? "\n" : "").append(line);
      long quotes = open.chars().filter(c -> c == '\'').count();
      boolean rule = within && open.indexOf("CREATE RULE") == 0;
      if (quotes % 2 == 0 && (!rule || line.endsWith(";"))) {
        whole.add(open.toString());
        open.setLength(0);
      }
    }
    if (open.length() > 0) {
      whole.add(open.toString());
    }
    return whole;
  }

  private void read(String line) {
    Matcher index = INDEX.matcher(line);
    Matcher trigger = TRIGGER.matcher(line);
    if (line.startsWith("constraint ")) {
      constraints.put(Names.first(line.substring("constraint ".length())), line);
    } else if (index.matches()) {
      indexes.put(Names.first(index.group(1)), line);
    } else if (trigger.matches()) {
      triggers.put(Names.first(trigger.group(1)), line);
    } else if (line.startsWith("CREATE RULE ")) {
      rules.put(Names.first(line.substring("CREATE RULE ".length())), line);
    } else if (line.startsWith("policy ") && line.contains(" for ")) {
      policies.put(Names.first(line.substring("policy ".length())), line);
    } else if (line.startsWith("grant ")) {
      grants.add(line.substring("grant ".length()));
    } else if (!line.isEmpty()) {
      readHead(line);
    }
  }

  /** What stands before the first column, and the columns. */
  private void readHead(String line) {
    Matcher told = COMMENT.matcher(line);
    if (columns.isEmpty() && TRAITS.matcher(line).matches()) {
      traits = line;
    } else if (columns.isEmpty() && told.matches()) {
      comment = Optional.of(told.group(1));
    } else {
      readColumn(line);
    }
  }

  private void readColumn(String line) {
    Matcher commented = COLUMN_COMMENT.matcher(line);
    String column = Names.first(line);
    if (commented.matches()) {
      columns.put(column, commented.group(1));
      columnComments.put(column, commented.group(2));
    } else {
      columns.put(column, line);
    }
  }

  /** Whether the text of a part is the one from before the change. */
  static Optional<String> old(Map<String, String> parts, String part) {
    return Optional.ofNullable(parts.get(part)).filter(t -> !t.equals(MADE));
  }

  boolean isPartitioned() {
    return traits.contains("partition by ");
  }

  Optional<String> parent() {
    Matcher child =
        Pattern.compile("child of (\\S+) ?(FOR VALUES .*?\\)|DEFAULT)?").matcher(traits);
    return child.find() ? Optional.of(child.group(1)) : Optional.empty();
  }

  /** {@code FOR VALUES FROM … TO …}. */
  Optional<String> bound() {
    Matcher bound =
        Pattern.compile(
                "child of \\S+ (FOR VALUES (?:FROM \\(.*?\\) TO \\(.*?\\)|IN \\(.*?\\)|WITH \\(.*?\\))|DEFAULT)")
            .matcher(traits);
    return bound.find() ? Optional.of(bound.group(1)) : Optional.empty();
  }

  /** The storage options, {@code a=1, b=2}. */
  Optional<String> options() {
    Matcher with = Pattern.compile("with \\((.*)\\)").matcher(traits);
    return with.find() ? Optional.of(with.group(1)) : Optional.empty();
  }

  /** The statement that makes the table with its columns alone. */
  String create() {
    Matcher key = Pattern.compile("partition by .*?\\)").matcher(traits);
    return (traits.startsWith("unlogged") ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ")
        + name
        + " (\n  "
        + String.join(",\n  ", columns.values())
        + "\n)"
        + (key.find() ? " " + key.group() : "")
        + options().map(o -> " WITH (" + o + ")").orElse("");
  }

  /** Everything on the table but its columns, in an order in which it can be made. */
  List<String> belongings() {
    List<String> all = new ArrayList<>();
    constraints.values().stream().filter(c -> !isForeignKey(c)).map(this::add).forEach(all::add);
    constraints.values().stream()
        .filter(PostgresqlTable::isForeignKey)
        .map(this::add)
        .forEach(all::add);
    all.addAll(indexes.values());
    triggers.values().stream().map(t -> t.replaceFirst(" \\(enabled: .\\)$", "")).forEach(all::add);
    all.addAll(rules.values());
    if (traits.contains("row level security")) {
      all.add("ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY");
    }
    if (traits.contains("forced")) {
      all.add("ALTER TABLE " + name + " FORCE ROW LEVEL SECURITY");
    }
    policies.values().forEach(p -> all.add(policy(p)));
    comment.ifPresent(c -> all.add("COMMENT ON TABLE " + name + " IS " + c));
    columnComments.forEach((column, text) -> all.add(commentOn(column, Optional.of(text))));
    all.addAll(Grants.statements(name, grants));
    return all.stream().map(s -> s.replaceFirst(";$", "")).toList();
  }

  static boolean isForeignKey(String constraint) {
    return constraint.contains(" FOREIGN KEY (");
  }

  String add(String constraint) {
    return "ALTER TABLE " + name + " ADD " + constraint;
  }

  String commentOn(String column, Optional<String> text) {
    return "COMMENT ON COLUMN "
        + name
        + "."
        + Names.quote(Dialect.POSTGRESQL, column)
        + " IS "
        + text.orElse("NULL");
  }

  /** {@code policy p permissive for r to public using (…)} as a statement. */
  String policy(String line) {
    Matcher parts =
        Pattern.compile(
                "^policy (\\S+) (permissive|restrictive) for (\\S) to (.*)$", Pattern.DOTALL)
            .matcher(line);
    if (!parts.matches()) {
      return line;
    }
    String verb =
        switch (parts.group(3)) {
          case "r" -> "SELECT";
          case "a" -> "INSERT";
          case "w" -> "UPDATE";
          case "d" -> "DELETE";
          default -> "ALL";
        };
    return "CREATE POLICY %s ON %s AS %s FOR %s TO %s"
        .formatted(parts.group(1), name, parts.group(2), verb, parts.group(4));
  }

  /** Keys, indexes and checks that go when the column goes. */
  Stream<Map.Entry<String, String>> with(Map<String, String> parts, String column) {
    return parts.entrySet().stream()
        .filter(e -> Names.mentions(behindName(e.getValue()), column))
        .map(e -> Map.entry(e.getKey(), e.getValue()));
  }

  /** What of a definition is about columns of this table. */
  private static String behindName(String definition) {
    String own = definition.replaceFirst(" REFERENCES .*", "");
    int open = own.indexOf('(');
    return open < 0 ? "" : own.substring(open);
  }
}
