package dev.sluice.config.bind;

import dev.sluice.setting.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody probably meant: nearest by Damerau-Levenshtein distance. */
public final class DidYouMean {
  private DidYouMean() {}

  /** Empty when nothing is near: at most one edit for three letters, never more than three. */
  public static Optional<String> guess(String written, Collection<String> names) {
    String wanted = plain(written);
    int allowed = Math.min(3, Math.max(1, wanted.length() / 3));
    return names.stream()
        .filter(name -> EditDistance.between(wanted, plain(name)) <= allowed)
        .min(
            Comparator.<String>comparingInt(name -> EditDistance.between(wanted, plain(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_');
  }
}
