package dev.sluice.config.describe;

import dev.sluice.config.bind.Key;
import dev.sluice.config.bind.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** docs/configuration.md: one section per settings record, one row per key. */
public final class ConfigurationPage {
  private static final String HEAD =
      """
      # Configuration

      <!-- Generated from the settings records. Edit their @Doc and run the tests with -Dgolden=update. -->

      One file, `bot-config.yml`. The reference file at the top of the repository holds every key with its default;
      `sluice config check <file>` tells all problems at once, `sluice config schema` prints a JSON Schema for editors.

      - Any value may be or contain `${env:NAME}` or `${file:/path}` (one trailing newline is dropped); `$${` is a
        literal `${`. What they stand for is never shown.
      - A list of one may be written without brackets. Durations are written `500ms`, `5s`, `10m`, `72h`, `14d`.
      - Anchors, aliases and `<<` work; top-level keys that begin with `x-` are ignored, as a place for anchors.
      - The file is read again when its content changes; one with problems is reported and the last good one stays.
      """;

  /** Where a record is described: the first path that leads to it. */
  private final Map<Class<?>, String> described = new LinkedHashMap<>();

  private final Deque<Map.Entry<String, Shape.Section>> open = new ArrayDeque<>();
  private final StringBuilder page = new StringBuilder(HEAD);

  private ConfigurationPage() {}

  public static String of(Class<? extends Record> type) {
    var page = new ConfigurationPage();
    page.meet("", new Shape.Section(type));
    while (!page.open.isEmpty()) {
      var next = page.open.removeFirst();
      page.describe(next.getKey(), next.getValue());
    }
    return page.page.toString();
  }

  /** Returns the heading under which the record is described. */
  String meet(String path, Shape.Section section) {
    String known = described.putIfAbsent(section.type(), path);
    if (known == null) {
      open.addLast(Map.entry(path, section));
      return path;
    }
    return known;
  }

  private void describe(String path, Shape.Section section) {
    page.append("\n## ").append(path.isEmpty() ? "Top level" : "`" + path + "`").append("\n");
    Docs.of(section.type()).ifPresent(doc -> page.append(doc).append("\n"));
    page.append("\n| key | value | default | |\n|---|---|---|---|\n");
    section.keys().forEach(key -> page.append(row(path, key)));
    section.others().ifPresent(key -> page.append(others(path, key)));
  }

  private String row(String path, Key key) {
    String keyPath = path.isEmpty() ? key.name() : path + "." + key.name();
    String value = key.shape().accept(new ValueText(this, keyPath));
    return "| `%s` | %s | %s | %s |%n"
        .formatted(key.name(), value, byDefault(key), key.doc().replace("|", "\\|"))
        .replace(System.lineSeparator(), "\n");
  }

  private String others(String path, Key key) {
    Shape value = ((Shape.Named) key.shape()).value();
    return "| any other | %s |  | %s |%n"
        .formatted(value.accept(new ValueText(this, path)), key.doc())
        .replace(System.lineSeparator(), "\n");
  }

  private static String byDefault(Key key) {
    return key.byDefault()
        .map(text -> "`" + text + "`")
        .orElse(key.required() ? "**required**" : "");
  }

  static String choices(Shape.Choice shape) {
    return shape.constants().entrySet().stream()
        .map(e -> "`" + e.getKey() + "`" + Docs.of(e.getValue()).map(d -> ": " + d).orElse(""))
        .collect(Collectors.joining("<br>"));
  }
}
