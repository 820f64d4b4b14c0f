package dev.sluice.flow.note;

import gg.jte.Content;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text from outside harmless in GitLab's Markdown. GitLab executes quick actions found in a
 * bot's notes and turns {@code @all}, {@code #1} or {@code !1} into mentions and references
 * (gitlab.md 3), so what people wrote is escaped, or stands in code.
 */
public final class Markdown {
  /** A blank line that templates keep: a table or list before it ends here. */
  public static final Content BLANK = output -> output.writeContent("\n");

  /** Invisible and no word character: breaks a mention or a quick action without a trace. */
  private static final String JOINER = "\u2060";

  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]|~]");
  private static final Pattern REFERENCE = Pattern.compile("([@#!$%&])(?=[\\p{L}\\p{N}_\"\\[{])");
  private static final Pattern BACKTICKS = Pattern.compile("`+");
  private static final int LONGEST_CODE = 300;

  private Markdown() {}

  /** Text on one line that shows exactly as it is. */
  public static String escape(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    String special =
        SPECIAL.matcher(line).replaceAll(m -> Matcher.quoteReplacement("\\" + m.group()));
    String references = REFERENCE.matcher(special).replaceAll("$1" + JOINER);
    String html = references.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return html.startsWith("/") || html.startsWith("#") ? JOINER + html : html;
  }

  /** Inline code, also inside a table cell; long text is cut. */
  public static Content code(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    String cut = line.length() > LONGEST_CODE ? line.substring(0, LONGEST_CODE) + " …" : line;
    String fence = "`".repeat(longestRun(cut) + 1);
    String padding = cut.startsWith("`") || cut.endsWith("`") || cut.isEmpty() ? " " : "";
    return raw(fence + padding + cut.replace("|", "\\|") + padding + fence);
  }

  /** A fenced block; its fence is longer than any in the text. */
  public static Content fence(String language, String text) {
    String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return raw(fence + language + "\n" + text.stripTrailing() + "\n" + fence);
  }

  /** A link; the address must be ours or GitLab's. */
  public static Content link(String text, String url) {
    String safe = url.replace(" ", "%20").replace("(", "%28").replace(")", "%29");
    return raw("[" + escape(text) + "](" + safe.replace("<", "%3C").replace(">", "%3E") + ")");
  }

  /** A mention that GitLab sends mail for; usernames are GitLab's own and need no escape. */
  public static Content mention(String username) {
    return username.matches("[\\w.-]+") ? raw("@" + username) : raw(escape("@" + username));
  }

  /** Text that is Markdown of ours already. */
  public static Content raw(String markdown) {
    return output -> output.writeContent(markdown);
  }

  private static int longestRun(String text) {
    return BACKTICKS.matcher(text).results().mapToInt(m -> m.group().length()).max().orElse(0);
  }
}
