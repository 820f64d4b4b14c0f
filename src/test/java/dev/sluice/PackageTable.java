package dev.sluice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packages as docs/architecture.md shows them: a graph and a table. */
final class PackageTable {
  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern CODE =
      Pattern.compile("\\{@(?:link|code) (?:dev\\.sluice\\.)?([^}]+)\\}");

  private final Map<String, Set<String>> mayUse;

  PackageTable(Map<String, Set<String>> mayUse) {
    this.mayUse = mayUse;
  }

  String markdown() throws IOException {
    StringBuilder text = new StringBuilder("```mermaid\ngraph BT\n");
    for (String name : order()) {
      for (String used : direct(name)) {
        text.append("  ").append(name).append(" --> ").append(used).append('\n');
      }
    }
    text.append("```\n\n| Package | What it is | May use |\n|---|---|---|\n");
    for (String name : order()) {
      text.append("| [`%s`](../src/main/java/dev/sluice/%s) | ".formatted(name, name))
          .append(sentence(name))
          .append(" | ")
          .append(used(name).isEmpty() ? "–" : String.join(", ", new TreeSet<>(used(name))))
          .append(" |\n");
    }
    return text.toString();
  }

  /** From the ground up: a package comes after all that it uses. */
  private List<String> order() {
    Set<String> order = new LinkedHashSet<>();
    while (order.size() < mayUse.size()) {
      order.add(
          mayUse.keySet().stream()
              .filter(p -> !order.contains(p) && order.containsAll(mayUse.get(p)))
              .findFirst()
              .orElseThrow());
    }
    return new ArrayList<>(order);
  }

  /** Arrows that do not follow from others; all of them would be a ball of wool. */
  private Set<String> direct(String name) {
    Set<String> indirect =
        used(name).stream().flatMap(used -> reachable(used).stream()).collect(Collectors.toSet());
    Set<String> direct = new TreeSet<>(used(name));
    direct.removeAll(indirect);
    return direct;
  }

  private Set<String> reachable(String name) {
    Set<String> all = new TreeSet<>(used(name));
    used(name).forEach(used -> all.addAll(reachable(used)));
    return all;
  }

  private Set<String> used(String name) {
    return mayUse.getOrDefault(name, Set.of());
  }

  /** The first sentence of the package's own documentation. */
  private static String sentence(String name) throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/dev/sluice", name, "package-info.java"));
    Matcher javadoc = JAVADOC.matcher(source);
    if (!javadoc.find()) {
      throw new IllegalStateException(name + " has no package documentation");
    }
    String text = javadoc.group(1).replaceAll("\\s*\\n\\s*\\*?\\s*", " ").strip();
    String first = text.split("(?<=\\.)\\s+(?=[A-Z<])", 2)[0];
    return CODE.matcher(first).replaceAll("`$1`");
  }
}
