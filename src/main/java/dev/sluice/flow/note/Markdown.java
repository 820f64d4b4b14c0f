package dev.sluice.flow.note;

import gg.jte.Content;
import java.nio.charset.StandardCharsets;
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
  private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+");

  /** Bidirectional controls: what a reader sees would not be what runs (CVE-2021-42574). */
  private static final Pattern TURNING =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  /** What means something at the start of a line only. */
  private static final Pattern LINE_START = Pattern.compile("^(?:[/#=]|-{3}|[-+]\\s|\\d+[.)]\\s)");

  private static final Pattern SLASH = Pattern.compile("(?m)^/");
  private static final Pattern BACKTICKS = Pattern.compile("`+");
  private static final int LONGEST_CODE = 300;

  private Markdown() {}

  /** Text on one line that shows exactly as it is. */
  public static String escape(String text) {
    String line = oneLine(text);
    String special =
        SPECIAL.matcher(line).replaceAll(m -> Matcher.quoteReplacement("\\" + m.group()));
    String references = REFERENCE.matcher(special).replaceAll("$1" + JOINER);
    String html = references.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return LINE_START.matcher(html).find() ? JOINER + html : html;
  }

  /** Without line breaks, and with marks that turn the reading order around made visible. */
  private static String oneLine(String text) {
    return visible(BREAKS.matcher(text).replaceAll(" ").strip());
  }

  private static String visible(String text) {
    return TURNING
        .matcher(text)
        .replaceAll(m -> String.format("⟨U+%04X⟩", (int) m.group().charAt(0)));
  }

  /** Inline code, also inside a table cell; long text is cut. */
  public static Content code(String text) {
    String cut = cut(oneLine(text));
    String fence = "`".repeat(longestRun(cut) + 1);
    String padding = cut.startsWith("`") || cut.endsWith("`") || cut.isEmpty() ? " " : "";
    return raw(fence + padding + pipes(cut) + padding + fence);
  }

  private static String cut(String line) {
    if (line.length() <= LONGEST_CODE) {
      return line;
    }
    int end = LONGEST_CODE - (Character.isHighSurrogate(line.charAt(LONGEST_CODE - 1)) ? 1 : 0);
    return line.substring(0, end) + " …";
  }

  /**
   * A backslash in front of {@code \\|} would escape our backslash, and the cell would end there.
   */
  private static String pipes(String code) {
    return code.replace("\\|", "\\" + JOINER + "|").replace("|", "\\|");
  }

  /** A fenced block; its fence is longer than any in the text, and no line begins with a slash. */
  public static Content fence(String language, String text) {
    String harmless = visible(SLASH.matcher(text.stripTrailing()).replaceAll(JOINER + "/"));
    return verbatim(language, harmless);
  }

  /**
   * A fenced block with exactly this text, for suggestions; whoever calls it has made sure that no
   * line is a quick action.
   */
  public static Content verbatim(String language, String text) {
    String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return raw(fence + language + "\n" + text + "\n" + fence);
  }

  /** Whether a line begins like a quick action or turns the reading order around. */
  public static boolean treacherous(String text) {
    return SLASH.matcher(text).find() || TURNING.matcher(text).find();
  }

  /**
   * A link; the address must be ours or GitLab's, its path may hold anything.
   *
   * @param url percent-encoded where a character would end it or mean something
   */
  public static Content link(String text, String url) {
    return raw("[" + escape(text) + "](" + encode(url, ":/?#@!$&'*+,;=%") + ")");
  }

  /** A path of a repository as part of an address. */
  public static String urlPath(String path) {
    return encode(path, "/");
  }

  private static String encode(String text, String also) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
      if (plain || also.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append(String.format("%%%02X", b & 0xff));
      }
    }
    return encoded.toString();
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
