package dev.sluice.undo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column's line of a snapshot: {@code name type collate … not null default …}. */
record PostgresqlColumn(String line) {
  private static final Pattern PARTS =
      Pattern.compile(
          "^(?<name>\"(?:[^\"]|\"\")+\"|\\S+) (?<type>.*?)(?: collate (?<collation>\\S+))?"
              + "(?<notnull> not null)?(?<identity> generated (?:always|by default) as identity)?"
              + "(?: default (?<default>.*)| (?<generated>generated always as \\(.*))?$",
          Pattern.DOTALL);

  private Optional<String> part(String group) {
    Matcher matcher = PARTS.matcher(line);
    return matcher.matches() ? Optional.ofNullable(matcher.group(group)) : Optional.empty();
  }

  String type() {
    return part("type").orElse("");
  }

  String typeWithCollation() {
    return type() + part("collation").map(c -> " COLLATE " + c).orElse("");
  }

  boolean notNull() {
    return part("notnull").isPresent();
  }

  Optional<String> expression() {
    return part("default");
  }

  boolean isGenerated() {
    return part("generated").isPresent();
  }

  Optional<String> identity() {
    return part("identity").map(String::strip);
  }

  String withNotNull(boolean now) {
    return build(now, expression());
  }

  String withDefault(Optional<String> now) {
    return build(notNull(), now);
  }

  private String build(boolean notNull, Optional<String> expression) {
    return part("name").orElse("")
        + " "
        + type()
        + part("collation").map(c -> " collate " + c).orElse("")
        + (notNull ? " not null" : "")
        + part("identity").orElse("")
        + expression.map(d -> " default " + d).orElse("")
        + part("generated").map(g -> " " + g).orElse("");
  }
}
