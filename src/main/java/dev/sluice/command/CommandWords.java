package dev.sluice.command;

import dev.sluice.language.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the words of a command line: quotes (typographic ones too), flags, {@code --}. */
final class CommandWords {
  private static final int MOST_WORDS = 20;
  private static final int LONGEST = 500;

  /** A quote opens at the start of a word or of a flag's value: {@code don't} is a word. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<flag>--[\\w-]+=)?(?:\"(?<double>[^\"]*)\"|'(?<single>[^']*)')|(?<plain>\\S+)");

  private static final Pattern OPEN_QUOTE = Pattern.compile("^(?:--[\\w-]+=)?[\"']");

  private record Word(String text, boolean quoted) {}

  private CommandWords() {}

  /** A command that cannot be read; {@code why} is for its author. */
  static final class BadCommand extends Exception {
    private static final long serialVersionUID = 1L;
    final transient Message why;

    BadCommand(Message why) {
      super(why.toString());
      this.why = why;
    }
  }

  /** Throws {@link BadCommand} with what is wrong, for the reply. */
  static ParsedCommand parse(String line, String rest) throws BadCommand {
    if (rest.length() > LONGEST) {
      throw new BadCommand(Message.of("a command may have %s characters", LONGEST));
    }
    List<Word> words = split(plainQuotes(rest));
    if (words.size() > MOST_WORDS) {
      throw new BadCommand(Message.of("a command may have %s words", MOST_WORDS));
    }
    String verb = words.isEmpty() ? "" : words.remove(0).text().toLowerCase(Locale.ROOT);
    List<String> arguments = new ArrayList<>();
    Map<String, String> flags = new LinkedHashMap<>();
    sort(words, arguments, flags);
    return new ParsedCommand(line, verb, arguments, flags);
  }

  /** Phones turn "…" into “…” and -- into an em dash. */
  private static String plainQuotes(String text) {
    return text.replaceAll("[“”„‟«»]", "\"")
        .replaceAll("[‘’‚‛]", "'")
        .replaceAll("(^|\\s)[—–](?=\\w)", "$1--");
  }

  private static List<Word> split(String text) throws BadCommand {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String plain = matcher.group("plain");
      if (plain != null && OPEN_QUOTE.matcher(plain).find()) {
        throw new BadCommand(Message.of("a quote is not closed"));
      }
      words.add(plain != null ? new Word(plain, false) : quoted(matcher));
    }
    return words;
  }

  private static Word quoted(Matcher matcher) {
    String flag = matcher.group("flag");
    String content =
        matcher.group("double") != null ? matcher.group("double") : matcher.group("single");
    return flag == null ? new Word(content, true) : new Word(flag + content, false);
  }

  private static void sort(List<Word> words, List<String> arguments, Map<String, String> flags) {
    boolean flagsEnded = false;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (flagsEnded || word.quoted() || !word.text().startsWith("--")) {
        arguments.add(word.text());
      } else if (word.text().equals("--")) {
        flagsEnded = true;
      } else if (word.text().contains("=")) {
        int equals = word.text().indexOf('=');
        flags.put(flagName(word.text().substring(2, equals)), word.text().substring(equals + 1));
      } else if (i + 1 < words.size() && isValue(words.get(i + 1))) {
        flags.put(flagName(word.text().substring(2)), words.get(++i).text());
      } else {
        flags.put(flagName(word.text().substring(2)), "");
      }
    }
  }

  private static boolean isValue(Word word) {
    return word.quoted() || !word.text().startsWith("--");
  }

  private static String flagName(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
