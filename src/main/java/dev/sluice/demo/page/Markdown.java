package dev.sluice.demo.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A small and safe reader of GitLab's Markdown: headings, lists, quotes, fences, tables, folded
 * details. Raw HTML is shown, not obeyed, but for a handful of tags without attributes.
 */
final class Markdown {
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,})\\s*([\\w:+-]*).*$");
  private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+]|\\d+[.)])\\s+(.*)$");
  private static final Pattern RULE =
      Pattern.compile("^\\s*\\|?\\s*:?-+:?\\s*(\\|\\s*:?-+:?\\s*)*\\|?\\s*$");
  private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*#*$");
  private static final Pattern FOLD = Pattern.compile("^\\s*</?(?:details|summary)>.*$");
  private final List<String> lines;
  private final StringBuilder markup = new StringBuilder();
  private int at;

  private Markdown(String text) {
    lines = Arrays.asList(text.replace("\r", "").split("\n", -1));
  }

  static Html render(String text) {
    var reader = new Markdown(withoutComments(text));
    while (reader.at < reader.lines.size()) {
      reader.block();
    }
    return Html.safe(balanced(reader.markup.toString()));
  }

  /** Comments outside of code are invisible. */
  private static String withoutComments(String text) {
    return text.contains("```") && text.indexOf("<!--") > text.indexOf("```")
        ? text
        : COMMENT.matcher(text).replaceAll("");
  }

  private void block() {
    var line = lines.get(at);
    var heading = HEADING.matcher(line);
    if (line.isBlank()) {
      at++;
    } else if (FENCE.matcher(line).matches()) {
      fence();
    } else if (heading.matches()) {
      var tag = "h" + Math.min(6, heading.group(1).length() + 1);
      tagged(tag, Inline.render(heading.group(2)));
      at++;
    } else if (line.matches("^\\s*([-*_])\\s*(\\1\\s*){2,}$")) {
      markup.append("<hr>");
      at++;
    } else if (isTable()) {
      table();
    } else if (line.startsWith(">")) {
      quote();
    } else if (ITEM.matcher(line).matches()) {
      list();
    } else if (FOLD.matcher(line).matches()) {
      markup.append(Inline.render(line.strip()));
      at++;
    } else {
      paragraph();
    }
  }

  private void tagged(String tag, String inside) {
    markup.append('<').append(tag).append('>').append(inside);
    markup.append("</").append(tag).append('>');
  }

  private void fence() {
    var open = FENCE.matcher(lines.get(at));
    if (!open.matches()) {
      return;
    }
    List<String> code = new ArrayList<>();
    at++;
    while (at < lines.size() && !closes(lines.get(at), open.group(1))) {
      code.add(lines.get(at++));
    }
    at++;
    var suggestion = open.group(2).startsWith("suggestion");
    var text = String.join("\n", code);
    var shown =
        open.group(2).startsWith("sql") || suggestion ? SqlColors.of(text) : Html.escape(text);
    markup.append(suggestion ? "<pre class=\"suggestion\">" : "<pre>");
    markup.append("<code>").append(shown).append("</code></pre>");
  }

  private static boolean closes(String line, String open) {
    var stripped = line.strip();
    return stripped.startsWith(open) && stripped.chars().allMatch(c -> c == open.charAt(0));
  }

  private boolean isTable() {
    return lines.get(at).contains("|")
        && at + 1 < lines.size()
        && lines.get(at + 1).contains("-")
        && RULE.matcher(lines.get(at + 1)).matches();
  }

  private void table() {
    markup.append("<table><thead>");
    row("th", lines.get(at));
    markup.append("</thead><tbody>");
    at += 2;
    while (at < lines.size() && lines.get(at).contains("|")) {
      row("td", lines.get(at++));
    }
    markup.append("</tbody></table>");
  }

  private void row(String tag, String line) {
    markup.append("<tr>");
    var inner = line.strip().replaceAll("^\\|", "").replaceAll("(?<!\\\\)\\|$", "");
    for (var cell : inner.split("(?<!\\\\)\\|", -1)) {
      tagged(tag, Inline.render(cell.strip().replace("\\|", "|")));
    }
    markup.append("</tr>");
  }

  private void quote() {
    List<String> inside = new ArrayList<>();
    while (at < lines.size() && lines.get(at).startsWith(">")) {
      inside.add(lines.get(at++).replaceFirst("^> ?", ""));
    }
    tagged("blockquote", render(String.join("\n", inside)).toString());
  }

  private void list() {
    var ordered = lines.get(at).matches("^\\s*\\d.*");
    markup.append(ordered ? "<ol>" : "<ul>");
    while (at < lines.size()) {
      var item = ITEM.matcher(lines.get(at));
      if (!item.matches()) {
        break;
      }
      var text = new StringBuilder(item.group(1));
      at++;
      while (at < lines.size()
          && lines.get(at).matches("^\\s{2,}\\S.*")
          && !ITEM.matcher(lines.get(at)).matches()) {
        text.append(' ').append(lines.get(at++).strip());
      }
      tagged("li", Inline.render(text.toString()));
    }
    markup.append(ordered ? "</ol>" : "</ul>");
  }

  private void paragraph() {
    List<String> text = new ArrayList<>();
    while (at < lines.size() && !lines.get(at).isBlank() && (text.isEmpty() || !startsBlock())) {
      text.add(lines.get(at++));
    }
    tagged("p", Inline.render(String.join("\n", text)).replaceAll(" {2,}\n|\\\\\n", "<br>"));
  }

  private boolean startsBlock() {
    var line = lines.get(at);
    return FENCE.matcher(line).matches()
        || HEADING.matcher(line).matches()
        || FOLD.matcher(line).matches()
        || ITEM.matcher(line).matches()
        || line.startsWith(">");
  }

  /** Closes folds that the text left open, so that a note cannot swallow the rest of the page. */
  private static String balanced(String markup) {
    var open = markup.split("<details>", -1).length - markup.split("</details>", -1).length;
    return open > 0 ? markup + "</details>".repeat(open) : markup;
  }
}
