package dev.sluice.deploy.backup;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes names the way the engine reads them back, whatever letters they are made of. */
record Names(Dialect dialect) {
  String quoted(String name) {
    String quote =
        switch (dialect) {
          case POSTGRESQL, SQLITE -> "\"";
          case MYSQL, MARIADB -> "`";
        };
    return quote + name.replace(quote, quote + quote) + quote;
  }

  String quoted(ObjectName name) {
    return name.schema().map(s -> quoted(s) + ".").orElse("") + quoted(name.name());
  }

  /** {@code "a", "b"}. */
  String list(Collection<String> names) {
    return each(names, this::quoted, ", ");
  }

  static String each(Collection<String> names, Function<String, String> word, String between) {
    return names.stream().map(word).collect(Collectors.joining(between));
  }

  /** A text as a literal. */
  String literal(String text) {
    String doubled = text.replace("'", "''");
    return switch (dialect) {
      case POSTGRESQL, SQLITE -> "'" + doubled + "'";
      case MYSQL, MARIADB -> "'" + doubled.replace("\\", "\\\\") + "'";
    };
  }
}
