package dev.sluice.demo.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours for SQL, one line or a whole text; nothing but spans around escaped text. */
final class SqlColors {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>--.*)|(?<string>'[^']*')|(?<number>\\b\\d+\\b)|(?<word>\\b[A-Za-z_]+\\b)");
  private static final Set<String> KEYWORDS =
      Set.of(
          ("add all alter analyze and as asc autoincrement begin between by cascade case check"
                  + " column commit concurrently constraint create cross default delete desc distinct"
                  + " do drop else end exists foreign from full function group having if in index"
                  + " inner insert into is join key left like limit not null on only or order outer"
                  + " primary references rename replace returning right rollback select set table temp"
                  + " then to transaction trigger truncate union unique update using validate values"
                  + " view when where with")
              .split(" "));

  private SqlColors() {}

  static String of(String sql) {
    var markup = new StringBuilder();
    var match = TOKEN.matcher(sql);
    var from = 0;
    while (match.find()) {
      markup.append(Html.escape(sql.substring(from, match.start())));
      markup.append(span(match));
      from = match.end();
    }
    return markup.append(Html.escape(sql.substring(from))).toString();
  }

  private static String span(Matcher match) {
    var text = Html.escape(match.group());
    if (match.group("comment") != null) {
      return "<i class=\"c\">" + text + "</i>";
    }
    if (match.group("string") != null) {
      return "<i class=\"s\">" + text + "</i>";
    }
    if (match.group("number") != null) {
      return "<i class=\"n\">" + text + "</i>";
    }
    var known = KEYWORDS.contains(match.group().toLowerCase(Locale.ROOT));
    return known ? "<i class=\"k\">" + text + "</i>" : text;
  }
}
