package dev.sluice.sql.action;

import dev.sluice.sql.DataType;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Token;
import dev.sluice.sql.split.Split;
import dev.sluice.sql.split.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads column types and gives each its canonical name. */
public final class DataTypes {
  private static final Set<String> TYPE_ENDS =
      Set.of(
          "CONSTRAINT",
          "PRIMARY",
          "NOT",
          "NULL",
          "UNIQUE",
          "CHECK",
          "DEFAULT",
          "COLLATE",
          "REFERENCES",
          "GENERATED",
          "AS",
          "(",
          ",");
  private static final Set<String> NATIONAL = Set.of("NATIONAL");
  private static final Set<String> CHARACTERS = Set.of("CHARACTER", "CHAR", "NCHAR", "BIT");
  private static final Set<String> CLOCKS = Set.of("TIMESTAMP", "TIME");
  private static final Set<String> INTERVAL_FIELDS =
      Set.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "TO");
  private static final Set<String> INTEGER_ATTRIBUTES = Set.of("UNSIGNED", "SIGNED", "ZEROFILL");

  private static final Set<String> CHARACTER_ATTRIBUTES =
      Set.of("BINARY", "ASCII", "UNICODE", "BYTE");

  private DataTypes() {}

  /**
   * Reads a type as an engine prints it ({@code timestamp(3) with time zone}); what it cannot read
   * becomes a type of that name.
   */
  public static DataType parse(String text, Dialect dialect) {
    List<Split.Piece> pieces = Splitter.split(text, dialect).pieces();
    if (pieces.isEmpty()) {
      return DataType.of("");
    }
    try {
      Split.Piece piece = pieces.get(0);
      return read(new Cursor(dialect, piece.text(), piece.place().offset(), piece.tokens()));
    } catch (NotUnderstood e) {
      return DataType.of(text.strip().toLowerCase(Locale.ROOT));
    }
  }

  /** Reads the type that comes next; the empty name when the column has none. */
  static DataType read(Cursor c) {
    if (c.done()) {
      return DataType.of("");
    }
    return switch (c.dialect) {
      case POSTGRESQL -> postgres(c);
      case SQLITE -> sqlite(c);
      case MYSQL, MARIADB -> mysql(c);
    };
  }

  /** Whether the type written next makes a sequence of its own. */
  static boolean atSerial(Cursor c) {
    return !c.done()
        && switch (c.dialect) {
          case POSTGRESQL ->
              TypeNames.SERIALS.containsKey(c.peek().text().toLowerCase(Locale.ROOT));
          case MYSQL, MARIADB -> c.at("SERIAL");
          case SQLITE -> false;
        };
  }

  private static DataType postgres(Cursor c) {
    boolean quoted = c.atName() && c.peek().kind() == Token.Kind.QUOTED_IDENTIFIER;
    if (quoted) {
      String name = qualified(c);
      return new DataType(name.equals("char") ? "\"char\"" : name, arguments(c), array(c));
    }
    String words = postgresWords(c);
    List<String> arguments = arguments(c);
    if (c.at("WITH", "TIME", "ZONE") || c.at("WITHOUT", "TIME", "ZONE")) {
      words += c.next().is("WITH") ? " with time zone" : " without time zone";
      c.expect("TIME", "ZONE");
    }
    while (words.equals("interval") && c.takeAny(INTERVAL_FIELDS)) {
      arguments = c.at("(") ? arguments(c) : arguments;
    }
    return TypeNames.postgres(words, arguments, array(c));
  }

  private static String postgresWords(Cursor c) {
    if (c.take("DOUBLE", "PRECISION")) {
      return "double precision";
    }
    if (c.atAny(CLOCKS)) {
      return c.next().text().toLowerCase(Locale.ROOT);
    }
    c.takeAny(NATIONAL);
    if (c.atAny(CHARACTERS)) {
      String word = c.next().text().toLowerCase(Locale.ROOT);
      return c.take("VARYING") ? word + " varying" : word;
    }
    return qualified(c);
  }

  private static String qualified(Cursor c) {
    List<String> parts = c.nameParts();
    boolean builtIn = parts.size() == 2 && parts.get(0).equals("pg_catalog");
    return builtIn ? parts.get(1) : String.join(".", parts);
  }

  private static boolean array(Cursor c) {
    boolean array = c.take("ARRAY");
    while (c.at("[")) {
      c.skipOne();
      array = true;
    }
    return array;
  }

  private static DataType sqlite(Cursor c) {
    List<String> words = new ArrayList<>();
    while (!c.done() && !c.atAny(TYPE_ENDS)) {
      words.add(c.next().unquoted().toLowerCase(Locale.ROOT));
    }
    return new DataType(String.join(" ", words), arguments(c), false);
  }

  private static DataType mysql(Cursor c) {
    String words = mysqlWords(c);
    List<String> arguments = arguments(c);
    boolean unsigned = false;
    while (!c.done()) {
      if (c.atAny(INTEGER_ATTRIBUTES)) {
        unsigned |= !c.next().is("SIGNED");
      } else if (c.take("CHARACTER", "SET") || c.take("CHARSET")) {
        c.next();
      } else if (!c.takeAny(CHARACTER_ATTRIBUTES)) {
        break;
      }
    }
    return TypeNames.mysql(words, arguments, unsigned);
  }

  private static String mysqlWords(Cursor c) {
    c.takeAny(NATIONAL);
    String word = c.nameToken().text().toLowerCase(Locale.ROOT);
    if (word.equals("double") && c.take("PRECISION")) {
      return "double";
    }
    if (word.equals("long")) {
      boolean binary = c.take("VARBINARY");
      c.take("VARCHAR");
      return binary ? "mediumblob" : "mediumtext";
    }
    boolean character = word.equals("character") || word.equals("char");
    return character && c.take("VARYING") ? "varchar" : word;
  }

  private static List<String> arguments(Cursor c) {
    return c.at("(") ? c.parentheses().items().stream().map(Cursor::rest).toList() : List.of();
  }
}
