package dev.sluice.demo.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown within a line. Code, escapes, links and the few allowed tags are taken out as finished
 * markup first, so that nothing is read twice and everything left over is escaped.
 */
final class Inline {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<code>(?<!`)(?<ticks>`+)(?!`)(?<inside>.+?)(?<!`)\\k<ticks>(?!`))"
              + "|\\\\(?<escaped>[\\\\`*_\\[\\]|~#<>!+.()-])"
              + "|(?<tag></?(?:sub|sup|kbd|b|em|details|summary)>|<br ?/?>)"
              + "|(?<entity>&(?:#\\d{1,6}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,20});)"
              + "|\\[(?<text>[^\\]]*)]\\((?<url>[^)\\s]*)\\)"
              + "|(?<bare>https?://[^\\s<>()\"']+)"
              + "|:(?<emoji>[a-z_+0-9]+):");
  private static final Map<String, String> EMOJI =
      Map.ofEntries(
          Map.entry("white_check_mark", "✅"),
          Map.entry("x", "❌"),
          Map.entry("warning", "⚠️"),
          Map.entry("eyes", "👀"),
          Map.entry("rocket", "🚀"),
          Map.entry("no_entry", "⛔"),
          Map.entry("red_circle", "🔴"),
          Map.entry("hourglass", "⏳"),
          Map.entry("information_source", "ℹ️"),
          Map.entry("thumbsup", "👍"),
          Map.entry("tada", "🎉"));

  private Inline() {}

  static String render(String text) {
    var markup = new StringBuilder();
    var match = TOKEN.matcher(text);
    var from = 0;
    while (match.find()) {
      markup.append(plain(text.substring(from, match.start()))).append(token(match));
      from = match.end();
    }
    return emphasis(markup.append(plain(text.substring(from))).toString());
  }

  private static String token(Matcher match) {
    if (match.group("code") != null) {
      return "<code>" + frozen(match.group("inside").strip()) + "</code>";
    }
    if (match.group("escaped") != null) {
      return frozen(match.group("escaped"));
    }
    if (match.group("tag") != null) {
      return match.group("tag").replace(" ", "").replace("/>", ">");
    }
    if (match.group("entity") != null) {
      return match.group("entity");
    }
    if (match.group("text") != null) {
      return link(render(match.group("text")), match.group("url"));
    }
    if (match.group("bare") != null) {
      return link(frozen(match.group("bare")), match.group("bare"));
    }
    var emoji = match.group("emoji");
    return EMOJI.getOrDefault(emoji, Html.escape(match.group()));
  }

  /** Only addresses that lead to a page; anything else stays text. */
  private static String link(String shown, String url) {
    var safe = url.matches("https?://.*") || url.matches("[/#?][^/].*") || url.matches("[/#]");
    return safe ? "<a href=\"" + frozen(url) + "\" rel=\"noopener\">" + shown + "</a>" : shown;
  }

  private static String plain(String text) {
    return Html.escape(text);
  }

  /** Escaped, and without signs that emphasis would read. */
  private static String frozen(String text) {
    return Html.escape(text).replace("*", "&#42;").replace("_", "&#95;").replace("~", "&#126;");
  }

  private static String emphasis(String markup) {
    return markup
        .replaceAll("\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*", "<strong>$1</strong>")
        .replaceAll("(?<![\\w*])\\*(?=\\S)([^*]+?)(?<=\\S)\\*(?![\\w*])", "<em>$1</em>")
        .replaceAll("(?<![\\w_])_(?=\\S)([^_]+?)(?<=\\S)_(?![\\w_])", "<em>$1</em>")
        .replaceAll("~~(?=\\S)(.+?)(?<=\\S)~~", "<del>$1</del>");
  }
}
