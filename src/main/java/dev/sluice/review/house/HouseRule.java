package dev.sluice.review.house;

import dev.sluice.language.Message;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Token;
import dev.sluice.sql.query.Stretch;
import dev.sluice.sql.split.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A rule made of what the configuration says. */
final class HouseRule implements ActionRule {
  private final RuleInfo info;
  private final HouseRuleSettings settings;

  HouseRule(RuleInfo info, HouseRuleSettings settings) {
    this.info = info;
    this.settings = settings;
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return subjects(action, scene)
        .filter(s -> settings.statements().contains(s.kind()))
        .map(s -> complete(s, action, scene))
        .filter(s -> fits(settings.when(), s, scene))
        .filter(s -> settings.unless().stream().noneMatch(c -> fits(c, s, scene)))
        .map(this::problem)
        .toList();
  }

  /** The statement as a whole comes with its first action. */
  private static Stream<Subject> subjects(Action action, Scene scene) {
    boolean first = scene.statement().actions().get(0).equals(action);
    Stream<Subject> whole =
        first
            ? Stream.of(Subject.of(StatementKind.ANY, scene.statement().place()))
            : Stream.empty();
    return Stream.concat(whole, Subjects.of(action).stream());
  }

  /** With the schema in which the table is found, or made. */
  private static Subject complete(Subject subject, Action action, Scene scene) {
    if (subject.values().containsKey(Part.SCHEMA) || subject.table().isEmpty()) {
      return subject;
    }
    ObjectName table = subject.table().get();
    return subject.named(
        Part.SCHEMA,
        scene
            .table(table)
            .or(() -> scene.catalog().after(action).table(table))
            .flatMap(t -> t.name().schema()));
  }

  private static boolean fits(HouseCondition condition, Subject subject, Scene scene) {
    return condition.patterns().entrySet().stream()
            .allMatch(p -> fits(p.getKey(), p.getValue(), subject, scene))
        && (condition.clause().isEmpty()
            || condition.clause().stream().anyMatch(c -> says(c, subject, scene)))
        && condition
            .newTable()
            .map(wanted -> wanted == subject.table().filter(scene::isNew).isPresent())
            .orElse(true);
  }

  private static boolean fits(Part part, Pattern pattern, Subject subject, Scene scene) {
    String value = subject.values().get(part);
    if (value == null) {
      return false;
    }
    return part == Part.TYPE
        ? spellings(value, subject, scene).stream().anyMatch(t -> anyCase(pattern, t))
        : pattern.matcher(value).matches();
  }

  private static boolean anyCase(Pattern pattern, String type) {
    return Pattern.compile(pattern.pattern(), pattern.flags() | Pattern.CASE_INSENSITIVE)
        .matcher(type)
        .matches();
  }

  /** As the engine calls it, with and without arguments, and the word that stands there. */
  private static List<String> spellings(String type, Subject subject, Scene scene) {
    List<String> all = new ArrayList<>(List.of(type, type.replaceAll("\\(.*", "")));
    List<Token> words = Stretch.of(scene.statement(), subject.clause()).tokens();
    boolean definition = subject.kind() != StatementKind.CHANGE_COLUMN;
    words.stream().skip(1).limit(definition ? 1 : 0).map(Token::unquoted).forEach(all::add);
    return all;
  }

  private static boolean says(String words, Subject subject, Scene scene) {
    List<Token> wanted =
        Splitter.split(words, scene.dialect()).pieces().stream()
            .flatMap(p -> p.tokens().stream())
            .toList();
    List<Token> there = Stretch.of(scene.statement(), subject.clause()).tokens();
    for (int from = 0; from + wanted.size() <= there.size(); from++) {
      if (!wanted.isEmpty() && same(wanted, there.subList(from, from + wanted.size()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(List<Token> wanted, List<Token> there) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!wanted.get(i).text().equalsIgnoreCase(there.get(i).text())) {
        return false;
      }
    }
    return true;
  }

  private Problem problem(Subject subject) {
    return Problem.at(subject.place(), said(settings.message(), subject))
        .withEffect(said(settings.effect(), subject))
        .withRemedy(said(settings.remedy(), subject));
  }

  /** In the language of the house, whichever that is. */
  private static Message said(String template, Subject subject) {
    return Message.verbatim(new Template(template).filled(subject.values()));
  }
}
