package dev.sluice.change;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One SQL file of a change.
 *
 * @param path in the repository
 * @param text decoded from UTF-8, without a byte order mark
 * @param sha256 over the file's bytes
 */
public record Script(String path, ScriptName name, String text, String sha256) {
  private static final Pattern UNDOES =
      Pattern.compile("(?m)^--[ \\t]*sluice:[ \\t]*undoes[ \\t]+([0-9]+(?:\\.[0-9]+)*)[ \\t\\r]*$");

  /** The version that it takes back, as its directive says: {@code -- sluice:undoes 7}. */
  public Optional<String> undoes() {
    Matcher directive = UNDOES.matcher(text);
    return directive.find() ? Optional.of(directive.group(1)) : Optional.empty();
  }
}
