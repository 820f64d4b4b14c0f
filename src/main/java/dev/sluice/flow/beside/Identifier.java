package dev.sluice.flow.beside;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A database's name as code may write it: {@code customer_id}, {@code customerId}. */
record Identifier(String name, List<String> forms) {
  static Identifier of(String name) {
    List<String> forms = new ArrayList<>(List.of(name));
    String camel = camel(name);
    if (!camel.equals(name)) {
      forms.add(camel);
    }
    return new Identifier(name, List.copyOf(forms));
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String part : name.split("_+")) {
      camel.append(
          camel.isEmpty() || part.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return camel.toString();
  }

  /** Whether it stands there as a whole word, whatever the case of its letters. */
  boolean standsIn(String line) {
    return forms.stream()
        .anyMatch(
            f ->
                Pattern.compile(
                        "(?<![\\w$])" + Pattern.quote(f) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
                    .matcher(line)
                    .find());
  }

  /** What the names of classes and variables for a row have in common with the table's. */
  String stem() {
    String last = name.replaceFirst(".*_(?=.{3})", "");
    if (last.length() > 4 && last.endsWith("ies")) {
      return last.substring(0, last.length() - 3);
    }
    return last.length() > 3 && last.endsWith("s") && !last.endsWith("ss")
        ? last.substring(0, last.length() - 1)
        : last;
  }

  boolean stemIn(String path) {
    return path.toLowerCase(Locale.ROOT).contains(stem().toLowerCase(Locale.ROOT));
  }
}
