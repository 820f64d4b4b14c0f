package dev.sluice.command;

import dev.sluice.language.Message;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds commands in a comment: one per line, alone on it; never in quotes, code blocks or HTML
 * comments, so that quoting a command does not run it. The same exclusions as GitLab's own quick
 * actions have.
 */
public final class CommandParser {
  static final int MOST_COMMANDS = 10;
  private static final Pattern HTML_COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);
  private static final Pattern FENCE = Pattern.compile("^ {0,3}(```+|~~~+)(.*)$");

  private final Pattern command;

  /**
   * @param prefix with its slash, e.g. {@code /db}
   */
  public CommandParser(String prefix) {
    this.command =
        Pattern.compile(
            "^ {0,3}(?:`"
                + Pattern.quote(prefix)
                + "(?<quoted>\\s[^`]*)?`"
                + "|"
                + Pattern.quote(prefix)
                + "(?<rest>\\s.*)?)\\s*$",
            Pattern.CASE_INSENSITIVE);
  }

  public ParsedComment parse(String comment) {
    List<ParsedCommand> commands = new ArrayList<>();
    for (String line : spokenLines(comment)) {
      Matcher matcher = command.matcher(plain(line));
      if (matcher.matches()) {
        String rest =
            matcher.group("quoted") != null ? matcher.group("quoted") : matcher.group("rest");
        try {
          commands.add(CommandWords.parse(line.strip(), rest == null ? "" : rest));
        } catch (CommandWords.BadCommand e) {
          return new ParsedComment.Malformed(line.strip(), e.why);
        }
      }
    }
    return commands.size() > MOST_COMMANDS
        ? new ParsedComment.Malformed(
            commands.get(MOST_COMMANDS).line(),
            Message.of("at most %s commands in one comment; none of them ran", MOST_COMMANDS))
        : new ParsedComment.Commands(commands);
  }

  /**
   * Full-width letters as plain ones, and without the invisible marks that copying brings along.
   */
  private static String plain(String line) {
    return Normalizer.normalize(line, Normalizer.Form.NFKC)
        .replaceAll("[\\u200B\\u2060\\uFEFF]", "");
  }

  /** Lines outside HTML comments, fenced code, quotes and indented code. */
  private static List<String> spokenLines(String comment) {
    List<String> spoken = new ArrayList<>();
    String fence = "";
    for (String line : HTML_COMMENT.matcher(comment).replaceAll("").lines().toList()) {
      Matcher matcher = FENCE.matcher(line);
      if (fence.isEmpty() && matcher.matches() && !closesItself(matcher)) {
        fence = matcher.group(1);
      } else if (!fence.isEmpty()) {
        fence = matcher.matches() && closes(matcher, fence) ? "" : fence;
      } else if (!line.stripLeading().startsWith(">")
          && !line.startsWith("    ")
          && !line.startsWith("\t")) {
        spoken.add(line);
      }
    }
    return spoken;
  }

  /** {@code ```/db help```} on one line is inline code, not an open fence. */
  private static boolean closesItself(Matcher fence) {
    return fence.group(1).startsWith("`") && fence.group(2).contains("`");
  }

  private static boolean closes(Matcher line, String fence) {
    return line.group(1).startsWith(fence.toLowerCase(Locale.ROOT)) && line.group(2).isBlank();
  }
}
