package dev.sluice.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tests know of templates. */
final class Templates {
  private static final Pattern ARGUMENT = Pattern.compile("%(?:(\\d+)\\$)?s");

  private Templates() {}

  /** The numbers of the arguments that a template shows, each once, sorted. */
  static List<Integer> arguments(String template) {
    List<Integer> numbers = new ArrayList<>();
    Matcher matcher = ARGUMENT.matcher(template.replace("%%", ""));
    int next = 1;
    while (matcher.find()) {
      numbers.add(matcher.group(1) == null ? next++ : Integer.parseInt(matcher.group(1)));
    }
    return numbers.stream().distinct().sorted().toList();
  }

  /** Whether there is anything to translate: letters beside the arguments. */
  static boolean hasWords(String template) {
    return ARGUMENT.matcher(template).replaceAll("").chars().anyMatch(Character::isLetter);
  }
}
