package dev.sluice.config.bind;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces <code>${env:NAME}</code> and <code>${file:/path}</code> in values, where a doubled
 * dollar stands for itself, and remembers what it put in, so that {@link #hide} can take it out of
 * any message.
 */
final class Interpolation {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\$\\{|\\$\\{(?:(env|file):)?([^}]*)(}?)");

  private final Surroundings surroundings;
  private final Map<String, String> placeholders = new LinkedHashMap<>();
  private final Set<Path> files = new LinkedHashSet<>();

  Interpolation(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The text with its references resolved; what cannot be resolved is told and left as it is. */
  String resolve(String text, Consumer<String> complain) {
    return text.contains("${")
        ? REFERENCE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(resolve(m, complain)))
        : text;
  }

  private String resolve(MatchResult reference, Consumer<String> complain) {
    String written = reference.group();
    if (written.equals("$${")) {
      return "${";
    }
    if (reference.group(3).isEmpty()) {
      complain.accept("has a ${ without its }; write $${ for a literal ${");
      return written;
    }
    if (reference.group(1) == null) {
      complain.accept(
          "has "
              + written
              + ", but only ${env:NAME} and ${file:/path} are known; write $${ for a literal ${");
      return written;
    }
    String name = reference.group(2).strip();
    return reference.group(1).equals("env")
        ? variable(name, written, complain)
        : file(name, written, complain);
  }

  private String variable(String name, String written, Consumer<String> complain) {
    var value = surroundings.variable(name);
    if (value.isEmpty()) {
      complain.accept("needs the environment variable " + name + ", which is not set");
    }
    return value.map(v -> remember(written, v)).orElse(written);
  }

  private String file(String name, String written, Consumer<String> complain) {
    try {
      Path path = Path.of(name);
      files.add(path);
      return remember(written, surroundings.file(path).replaceFirst("\\r?\\n\\z", ""));
    } catch (IOException | InvalidPathException e) {
      complain.accept(
          "needs the file "
              + name
              + ", which cannot be read ("
              + e.getClass().getSimpleName()
              + ")");
      return written;
    }
  }

  private String remember(String written, String value) {
    if (!value.isEmpty()) {
      placeholders.put(value, written);
    }
    return value;
  }

  /** The message with every resolved value replaced by the reference it came from. */
  String hide(String message) {
    List<String> values = new ArrayList<>(placeholders.keySet());
    values.sort(Comparator.comparingInt(String::length).reversed());
    String hidden = message;
    for (String value : values) {
      hidden = hidden.replace(value, placeholders.get(value));
    }
    return hidden;
  }

  Set<Path> files() {
    return Set.copyOf(files);
  }
}
