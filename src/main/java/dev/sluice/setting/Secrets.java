package dev.sluice.setting;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The secrets this process has seen, for the last safety net under the logs. Static on purpose:
 * logging exists before anything is wired, and a secret that was once configured stays one after a
 * reload.
 */
public final class Secrets {
  /** Shorter contents are ordinary words: blanking them would garble the logs and hide nothing. */
  static final int SHORTEST = 6;

  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  private Secrets() {}

  static void remember(String content) {
    if (content.length() >= SHORTEST) {
      SEEN.add(content);
    }
  }

  /** The text with every secret of at least six characters replaced by {@code ***}. */
  public static String blank(String text) {
    String blanked = text;
    for (String secret :
        SEEN.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      blanked = blanked.replace(secret, "***");
    }
    return blanked;
  }
}
