package dev.sluice.bulk;

import dev.sluice.catalog.Column;
import dev.sluice.sql.DataType;
import dev.sluice.sql.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a key's value becomes text and the text a literal again. The text comes back from a table
 * that others may write, so that nothing of it gets into SQL unquoted.
 */
enum KeyText {
  /** Cast by the server to the type of the column that it is compared with. */
  POSTGRESQL {
    @Override
    String read(String column) {
      return column + "::text";
    }

    @Override
    String literal(String text) {
      return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
  },
  /** Any value is its own literal. */
  SQLITE {
    private final Pattern literal =
        Pattern.compile("-?\\d+(\\.\\d+)?(e[+-]?\\d+)?|'([^']|'')*'|X'[0-9A-F]*'");

    @Override
    String read(String column) {
      return "quote(" + column + ")";
    }

    @Override
    String literal(String text) {
      return checked(text, literal);
    }
  },
  MYSQL_NUMBER {
    private final Pattern number = Pattern.compile("-?\\d+(\\.\\d+)?");

    @Override
    String read(String column) {
      return "cast(" + column + " as char)";
    }

    @Override
    String literal(String text) {
      return checked(text, number);
    }
  },
  MYSQL_TIME {
    private final Pattern time = Pattern.compile("[0-9: .-]+");

    @Override
    String read(String column) {
      return "cast(" + column + " as char)";
    }

    @Override
    String literal(String text) {
      return "'" + checked(text, time) + "'";
    }
  },
  /** In hexadecimal, whatever the session makes of a backslash. */
  MYSQL_TEXT {
    @Override
    String read(String column) {
      return "convert(" + column + " using utf8mb4)";
    }

    @Override
    String literal(String text) {
      return "_utf8mb4 x'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'";
    }
  },
  MYSQL_BINARY {
    private final Pattern hex = Pattern.compile("[0-9A-F]*");

    @Override
    String read(String column) {
      return "hex(" + column + ")";
    }

    @Override
    String literal(String text) {
      return "x'" + checked(text, hex) + "'";
    }
  };

  private static final String MYSQL_NUMBERS =
      "((tiny|small|medium|big)?int(eger)?|decimal|numeric)( unsigned)?( zerofill)?";
  private static final Set<String> TEXTS =
      Set.of("char", "varchar", "character", "character varying", "text", "tinytext", "mediumtext");
  private static final Set<String> BINARIES = Set.of("binary", "varbinary");
  private static final Set<String> TIMES = Set.of("date", "datetime");

  abstract String read(String column);

  abstract String literal(String text);

  /**
   * Empty for types that sort in another way than they compare with a literal: MySQL's ENUM and
   * SET, its inexact numbers, and TIMESTAMP, which has an hour twice a year.
   */
  static Optional<KeyText> of(Column column, Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> Optional.of(POSTGRESQL);
      case SQLITE -> Optional.of(SQLITE);
      case MYSQL, MARIADB -> mysql(column.type());
    };
  }

  private static Optional<KeyText> mysql(DataType type) {
    if (type.name().matches(MYSQL_NUMBERS)) {
      return Optional.of(MYSQL_NUMBER);
    }
    if (TEXTS.contains(type.name())) {
      return Optional.of(MYSQL_TEXT);
    }
    if (BINARIES.contains(type.name())) {
      return Optional.of(MYSQL_BINARY);
    }
    return TIMES.contains(type.name()) ? Optional.of(MYSQL_TIME) : Optional.empty();
  }

  private static String checked(String text, Pattern pattern) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalStateException("a batch's position in the target is no value of its key");
    }
    return text;
  }
}
