package dev.sluice.sql.reader;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The scripts read last, up to a number of characters. Thread-safe. */
final class RecentScripts {
  private record Key(String text, Dialect dialect) {}

  private final int limit;
  private final Map<Key, ParsedScript> scripts = new LinkedHashMap<>(16, 0.75f, true);
  private int size;

  /**
   * @param limit in characters of script text, all together
   */
  RecentScripts(int limit) {
    this.limit = limit;
  }

  synchronized Optional<ParsedScript> find(String text, Dialect dialect) {
    return Optional.ofNullable(scripts.get(new Key(text, dialect)));
  }

  /** A script longer than the limit is not kept. */
  synchronized void keep(ParsedScript script) {
    if (script.text().length() > limit) {
      return;
    }
    if (scripts.put(new Key(script.text(), script.dialect()), script) == null) {
      size += script.text().length();
    }
    var eldest = scripts.keySet().iterator();
    while (size > limit) {
      size -= eldest.next().text().length();
      eldest.remove();
    }
  }
}
