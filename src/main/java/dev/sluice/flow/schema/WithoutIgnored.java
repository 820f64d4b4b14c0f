package dev.sluice.flow.schema;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.DriftIgnore;
import dev.sluice.change.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a snapshot what does not count: whole objects, and lines of tables that are an
 * index, a constraint, a grant … Pure.
 */
public final class WithoutIgnored {
  /** {@code TABLE public.orders}: the kind in capitals, then the name. */
  private static final Pattern HEADING = Pattern.compile("([A-Z]+(?: [A-Z]+)*) ?(.*)");

  private static final Pattern PART =
      Pattern.compile(
          "(?i)(?:create (?:unique )?(index|trigger) ([^ ]+)"
              + "|(?:unique |fulltext |spatial )?(key) (`[^`]+`|[^ ]+)"
              + "|(constraint|policy) ([^ ]+)|(grant|comment) (.*)).*");

  /** Whose lines are parts; code may begin a line with any word. */
  private static final List<String> WITH_PARTS =
      List.of("TABLE", "FOREIGN TABLE", "VIEW", "MATERIALIZED VIEW", "SCHEMA", "SEQUENCE");

  private final List<DriftIgnore> ignored;

  public WithoutIgnored(List<DriftIgnore> ignored) {
    this.ignored = List.copyOf(ignored);
  }

  public Snapshot of(Snapshot snapshot) {
    if (ignored.isEmpty()) {
      return snapshot;
    }
    List<String> kept = new ArrayList<>();
    boolean leftOut = false;
    boolean parts = false;
    for (String line : snapshot.text().lines().toList()) {
      boolean heading = !line.isEmpty() && !Character.isWhitespace(line.charAt(0));
      Matcher object = HEADING.matcher(line);
      if (heading && object.matches()) {
        leftOut = ignores(object.group(1), plain(object.group(2)));
        parts = WITH_PARTS.contains(object.group(1));
      }
      if (!leftOut && (heading || !parts || !ignoresPart(line.strip()))) {
        kept.add(line);
      }
    }
    String text = String.join("\n", kept) + "\n";
    return new Snapshot(text, Sha256.of(text), snapshot.format(), snapshot.serverVersion());
  }

  private boolean ignoresPart(String line) {
    Matcher part = PART.matcher(line);
    if (!part.matches()) {
      return false;
    }
    for (int group = 1; group < part.groupCount(); group += 2) {
      if (part.group(group) != null) {
        String kind = part.group(group).toLowerCase(Locale.ROOT);
        return ignores(kind.equals("key") ? "index" : kind, plain(part.group(group + 1)));
      }
    }
    return false;
  }

  private boolean ignores(String kind, String name) {
    return ignored.stream().anyMatch(i -> i.matches(kind, name));
  }

  private static String plain(String name) {
    return name.replaceAll("[`\"]", "").replaceFirst(",$", "");
  }
}
