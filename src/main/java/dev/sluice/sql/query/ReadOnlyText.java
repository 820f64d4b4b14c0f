package dev.sluice.sql.query;

import dev.sluice.sql.Token;
import dev.sluice.sql.Token.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether SQL that an author wrote can be run before anybody approved it. Only what is known to do
 * nothing but read passes: a WHERE may call a function that ends sessions or sleeps.
 */
public final class ReadOnlyText {
  /** Words before a parenthesis that call nothing. */
  private static final Set<String> WORDS =
      Set.of(
          "in",
          "and",
          "or",
          "not",
          "exists",
          "any",
          "all",
          "some",
          "values",
          "select",
          "from",
          "where",
          "on",
          "using",
          "as",
          "then",
          "else",
          "when",
          "case",
          "between",
          "like",
          "ilike",
          "union",
          "except",
          "intersect",
          "by",
          "over",
          "filter",
          "row",
          "array",
          "join",
          "is",
          "materialized",
          "having",
          "limit",
          "partition",
          "numeric",
          "decimal",
          "varchar",
          "char",
          "character",
          "varying",
          "timestamp",
          "time",
          "interval",
          "binary",
          "div",
          "mod",
          "xor",
          "distinct");

  /** Functions of the engines that only compute. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "abs",
          "avg",
          "btrim",
          "cast",
          "ceil",
          "ceiling",
          "char_length",
          "character_length",
          "coalesce",
          "concat",
          "concat_ws",
          "convert",
          "count",
          "curdate",
          "current_date",
          "current_timestamp",
          "date",
          "date_add",
          "date_part",
          "date_sub",
          "date_trunc",
          "datediff",
          "datetime",
          "day",
          "extract",
          "floor",
          "greatest",
          "if",
          "ifnull",
          "instr",
          "isnull",
          "iif",
          "json_extract",
          "json_unquote",
          "json_valid",
          "julianday",
          "least",
          "left",
          "length",
          "lower",
          "ltrim",
          "make_date",
          "max",
          "md5",
          "min",
          "month",
          "now",
          "nullif",
          "octet_length",
          "position",
          "replace",
          "right",
          "round",
          "row_number",
          "rtrim",
          "sign",
          "split_part",
          "strftime",
          "strpos",
          "substr",
          "substring",
          "sum",
          "timestampdiff",
          "to_char",
          "to_date",
          "to_timestamp",
          "trim",
          "trunc",
          "typeof",
          "unix_timestamp",
          "upper",
          "year");

  private static final Set<String> LOCKS = Set.of("UPDATE", "SHARE", "NO", "KEY");

  private ReadOnlyText() {}

  /** Why it must not be run, in words that follow "it"; empty when it may. */
  public static Optional<String> refusal(Stretch text) {
    for (int i = 0; i < text.size(); i++) {
      Optional<String> refusal = refusal(text, i);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> refusal(Stretch text, int i) {
    Token token = text.get(i);
    if (token.kind() == Kind.PARAMETER || token.text().startsWith("@")) {
      return Optional.of("has a parameter or a variable");
    }
    boolean misread = token.kind() == Kind.STRING && token.text().contains("\\");
    if (misread || token.text().contains(";") || token.text().contains("/*")) {
      return Optional.of(
          "may be read in two ways"); // one server setting, and a string ends earlier
    }
    if (token.is("INTO") || token.is(":=") || (token.is("FOR") && text.isOneOf(i + 1, LOCKS))) {
      return Optional.of("does more than read");
    }
    return token.isName() && text.at(i + 1, "(") ? call(text, i) : Optional.empty();
  }

  private static Optional<String> call(Stretch text, int i) {
    Token name = text.get(i);
    String word = name.text().toLowerCase(Locale.ROOT);
    boolean known = FUNCTIONS.contains(word) || WORDS.contains(word);
    boolean qualified = i > 0 && text.at(i - 1, ".");
    return known && !qualified && name.kind() == Kind.WORD
        ? Optional.empty()
        : Optional.of("calls " + name.unquoted() + "()");
  }
}
