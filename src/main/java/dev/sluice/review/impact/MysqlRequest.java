package dev.sluice.review.impact;

import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.query.Stretch;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code ALGORITHM} and {@code LOCK} that a statement asks for; the server refuses it where it
 * cannot do with so little.
 *
 * @param algorithm upper case
 * @param lock upper case
 */
public record MysqlRequest(Optional<Asked> algorithm, Optional<Asked> lock) {
  private static final Set<String> VALUES =
      Set.of("DEFAULT", "INSTANT", "NOCOPY", "INPLACE", "COPY", "NONE", "SHARED", "EXCLUSIVE");

  /** A word and where the clause stands. */
  public record Asked(String word, Place place) {}

  public static MysqlRequest of(Statement statement) {
    Stretch words = Stretch.of(statement);
    boolean changes =
        words.size() > 2
            && (words.at(0, "ALTER")
                || (words.indexOf("INDEX") > 0 && (words.at(0, "CREATE") || words.at(0, "DROP"))));
    return changes
        ? new MysqlRequest(asked(words, "ALGORITHM"), asked(words, "LOCK"))
        : new MysqlRequest(Optional.empty(), Optional.empty());
  }

  public boolean asksFor(String wanted) {
    return algorithm.filter(a -> a.word.equals(wanted)).isPresent();
  }

  public boolean locks(String wanted) {
    return lock.filter(l -> l.word.equals(wanted)).isPresent();
  }

  /** A column may have such a name: the clause has an equals sign or begins behind a comma. */
  private static Optional<Asked> asked(Stretch words, String clause) {
    for (int i = 1; i + 1 < words.size(); i++) {
      boolean equals = words.at(i + 1, "=");
      int value = equals ? i + 2 : i + 1;
      if (words.at(i, clause) && value < words.size() && isValue(words, value)) {
        String word = words.get(value).text().toUpperCase(Locale.ROOT);
        return Optional.of(new Asked(word, words.get(i).place().to(words.get(value).place())));
      }
    }
    return Optional.empty();
  }

  private static boolean isValue(Stretch words, int at) {
    return words.isOneOf(at, VALUES);
  }
}
