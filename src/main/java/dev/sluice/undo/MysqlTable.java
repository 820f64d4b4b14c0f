package dev.sluice.undo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What SHOW CREATE TABLE says, taken apart by its lines: the server writes one per column and key.
 * It is changed as the change's statements change the table.
 */
final class MysqlTable {
  /** In the place of a part that a statement of this change made. */
  static final String MADE = "";

  private static final Pattern KEY =
      Pattern.compile("^(?:UNIQUE |FULLTEXT |SPATIAL )?KEY (`(?:[^`]|``)+`) .*");
  private static final Pattern CONSTRAINT =
      Pattern.compile("^CONSTRAINT (`(?:[^`]|``)+`|CHECK) .*");
  private static final Pattern COLLATION = Pattern.compile("\\bCOLLATE[= ](\\w+)");

  String name;
  final Map<String, String> columns = new LinkedHashMap<>();

  /** Keys, foreign keys and checks by lower-case name; the primary key is {@code primary}. */
  final Map<String, String> keys = new LinkedHashMap<>();

  private final StringBuilder tail = new StringBuilder();
  final String text;

  MysqlTable(String name, List<String> lines) {
    this.name = name;
    this.text = String.join("\n", lines);
    boolean options = false;
    for (String raw : lines.subList(Math.min(1, lines.size()), lines.size())) {
      if (raw.startsWith(")")) {
        options = true;
      }
      if (options) {
        tail.append(tail.length() == 0 ? raw.substring(1) : "\n" + raw);
      } else {
        read(raw.strip().replaceFirst(",$", ""));
      }
    }
  }

  private void read(String line) {
    Matcher key = KEY.matcher(line);
    Matcher constraint = CONSTRAINT.matcher(line);
    if (line.startsWith("PRIMARY KEY")) {
      keys.put("primary", line);
    } else if (key.matches()) {
      keys.put(fold(Names.first(key.group(1))), line);
    } else if (constraint.matches()) {
      keys.put(fold(Names.first(constraint.group(1))), line);
    } else {
      columns.put(fold(Names.first(line)), line);
    }
  }

  static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  static Optional<String> old(Map<String, String> parts, String part) {
    return Optional.ofNullable(parts.get(fold(part))).filter(t -> !t.equals(MADE));
  }

  /** {@code FIRST}, or {@code AFTER} the column that stands before it. */
  String position(String column) {
    List<String> names = new ArrayList<>(columns.keySet());
    int at = names.indexOf(fold(column));
    return at <= 0 ? " FIRST" : " AFTER `" + names.get(at - 1).replace("`", "``") + "`";
  }

  /** {@code ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='x'}, everything said. */
  String options() {
    String options =
        tail.toString()
            .replaceFirst("(?s)\\n?/\\*!50100 PARTITION.*|\\n PARTITION BY.*", "")
            .strip();
    List<String> all = new ArrayList<>(List.of(options));
    if (!options.contains("COMMENT=")) {
      all.add("COMMENT=''");
    }
    if (!options.contains("ROW_FORMAT=")) {
      all.add("ROW_FORMAT=DEFAULT");
    }
    return String.join(" ", all);
  }

  boolean isPartitioned() {
    return tail.indexOf("PARTITION BY") >= 0;
  }

  /** {@code PARTITION BY …}. */
  String partitions() {
    int from = tail.indexOf("PARTITION BY");
    return from < 0 ? "" : tail.substring(from).replaceFirst("\\*/\\s*$", "").strip();
  }

  /** The character set and the collation of the table. */
  String letters() {
    Matcher charset = Pattern.compile("DEFAULT CHARSET=(\\w+)").matcher(tail);
    Matcher collation = COLLATION.matcher(tail);
    return (charset.find() ? charset.group(1) : "DEFAULT")
        + (collation.find() ? " COLLATE " + collation.group(1) : "");
  }

  /** Whether it is a column that holds text. */
  static boolean hasLetters(String column) {
    return column.matches(
        "(?is)^`(?:[^`]|``)+` (?:char|varchar|tinytext|text|mediumtext|longtext|enum|set)\\b.*");
  }

  /** The key's own columns, as written between its parentheses. */
  static String columnsOf(String key) {
    String own = key.replaceFirst(" REFERENCES .*", "");
    int open = own.indexOf('(');
    return open < 0 ? "" : own.substring(open);
  }

  static boolean isForeignKey(String key) {
    return key.contains(" FOREIGN KEY (");
  }
}
