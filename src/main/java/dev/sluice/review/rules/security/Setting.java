package dev.sluice.review.rules.security;

import dev.sluice.review.rule.RuleInfo;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One setting that a SET or PRAGMA sets.
 *
 * @param scope upper case: GLOBAL, PERSIST, LOCAL, SESSION, or empty
 * @param name lower case, without its scope
 * @param value upper case, without quotes
 */
record Setting(String scope, String name, String value, Place place) {
  private static final Set<String> SCOPES =
      Set.of("GLOBAL", "PERSIST", "PERSIST_ONLY", "SESSION", "LOCAL");
  private static final Set<String> EQUALS = Set.of("=", ":=", "TO");

  static List<Setting> in(Statement statement, Dialect dialect) {
    Stretch tokens = Stretch.of(statement);
    boolean pragma = tokens.at(0, "PRAGMA");
    if (!tokens.at(0, "SET") && !pragma) {
      return List.of();
    }
    boolean several = RuleInfo.MYSQL_FAMILY.contains(dialect);
    List<Stretch> items = several ? tokens.from(1).items() : List.of(tokens.from(1));
    return items.stream().flatMap(i -> of(i, pragma)).toList();
  }

  private static Stream<Setting> of(Stretch item, boolean pragma) {
    if (pragma && item.at(1, "(")) {
      return Stream.of(setting("", item.range(0, 1), item.range(2, 3), item.place()));
    }
    int equals = item.find(0, EQUALS);
    if (equals < 1) {
      return Stream.empty();
    }
    boolean scoped = item.isOneOf(0, SCOPES) && equals > 1;
    String scope = scoped ? item.get(0).text().toUpperCase(Locale.ROOT) : "";
    return Stream.of(
        setting(scope, item.range(scoped ? 1 : 0, equals), item.from(equals + 1), item.place()));
  }

  /** {@code @@global.name} has its scope in the name. */
  private static Setting setting(String scope, Stretch name, Stretch value, Place place) {
    String text = text(name).toLowerCase(Locale.ROOT).replaceFirst("^@@", "");
    String written = scope;
    int dot = text.indexOf('.');
    if (dot > 0 && SCOPES.contains(text.substring(0, dot).toUpperCase(Locale.ROOT))) {
      written = text.substring(0, dot).toUpperCase(Locale.ROOT);
      text = text.substring(dot + 1);
    }
    String bare = text(value).replaceAll("^['\"]|['\"]$", "").toUpperCase(Locale.ROOT);
    return new Setting(written, text, bare, place);
  }

  private static String text(Stretch tokens) {
    StringBuilder text = new StringBuilder();
    tokens.tokens().forEach(t -> text.append(t.text()));
    return text.toString();
  }
}
