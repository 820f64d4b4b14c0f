package dev.sluice.flow.drift;

import dev.sluice.language.Language;
import java.util.regex.Pattern;

/** A difference as people may see it: not too long, and without passwords. */
public final class DriftDiff {
  private static final int MOST = 20_000;
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)((?:password|passwd|pwd|secret|token|api_?key|identified by)\\w*[^'\\n]{0,20})'(?:[^']|'')*'");

  private DriftDiff() {}

  public static String shown(String diff, Language language) {
    String masked = SECRET.matcher(diff).replaceAll("$1'…'");
    return masked.length() <= MOST
        ? masked
        : masked.substring(0, masked.lastIndexOf('\n', MOST)) + "\n… " + language.text("cut");
  }
}
