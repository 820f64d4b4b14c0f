package dev.sluice.review.rules.security;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.Place;
import dev.sluice.sql.Token;
import dev.sluice.sql.query.InsertForm;
import dev.sluice.sql.query.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is in the repository is known to everybody, for ever. Messages never repeat it. */
public final class BanPlaintextSecret implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-plaintext-secret",
          Severity.ERROR,
          RuleInfo.ALL_ENGINES,
          "Passwords and keys stay out of scripts",
          new Explanation(
              "A password in CREATE USER, ALTER ROLE, IDENTIFIED BY or a connection string, a"
                  + " literal that looks like an access key, or a text inserted into a column"
                  + " called password, secret or token. Placeholders are exempt; a hash is a"
                  + " warning where it sets a password, and fine in a column.",
              "Everybody who can read the repository can use it, and the history keeps it.",
              "Take it out, change it on the server now, and let a secret store or an"
                  + " administrator set the new one."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() == Token.Kind.STRING) {
        literal(tokens, i).ifPresent(problems::add);
      }
    }
    problems.addAll(inserted(scene));
    return problems;
  }

  private static Optional<Problem> literal(Stretch tokens, int at) {
    Place place = tokens.get(at).place();
    String text = Secrets.inside(tokens.get(at));
    if (setsPassword(tokens, at) && !Secrets.isPlaceholder(text)) {
      Problem problem = Problem.at(place, "Sets a password in plain text");
      return Optional.of(
          Secrets.isHash(text)
              ? Problem.at(place, "Sets a password by its hash").as(Severity.WARNING)
              : problem);
    }
    return Secrets.kindOf(text).map(kind -> Problem.at(place, "Contains %s", Message.text(kind)));
  }

  private static boolean setsPassword(Stretch tokens, int at) {
    String before = word(tokens, at - 1);
    String second = word(tokens, at - 2);
    boolean assigned = before.equals("=") || before.equals("(");
    return switch (before) {
      case "PASSWORD" -> true;
      case "BY", "AS" -> tokens.range(Math.max(0, at - 4), at).contains("IDENTIFIED");
      default ->
          assigned
              && (second.endsWith("_PASSWORD")
                  || (second.equals("PASSWORD") && setStatement(tokens))
                  || (before.equals("=") && tokens.at(0, "SET", "PASSWORD")));
    };
  }

  private static boolean setStatement(Stretch tokens) {
    return tokens.at(0, "SET") || tokens.at(0, "CHANGE") || tokens.contains("IDENTIFIED");
  }

  private static String word(Stretch tokens, int at) {
    return at < 0 ? "" : tokens.get(at).text().toUpperCase(Locale.ROOT);
  }

  private static List<Problem> inserted(Scene scene) {
    return scene.statement().actions().stream()
        .filter(Action.Insert.class::isInstance)
        .flatMap(a -> InsertForm.of(Stretch.of(scene.statement(), a.place())).stream())
        .flatMap(BanPlaintextSecret::inserted)
        .toList();
  }

  private static Stream<Problem> inserted(InsertForm form) {
    return IntStream.range(0, form.columns().size())
        .filter(c -> Secrets.isSecretColumn(InsertForm.name(form.columns().get(c)).unquoted()))
        .boxed()
        .flatMap(c -> form.rows().stream().flatMap(row -> value(row, c)).limit(1))
        .map(place -> Problem.at(place, "Stores a secret in plain text").as(Severity.WARNING));
  }

  private static Stream<Place> value(Stretch row, int column) {
    List<Stretch> values = row.isEmpty() ? List.of() : row.items();
    if (column >= values.size() || values.get(column).size() != 1) {
      return Stream.empty();
    }
    Token value = values.get(column).get(0);
    String text = Secrets.inside(value);
    boolean secret =
        value.kind() == Token.Kind.STRING
            && !Secrets.isHash(text)
            && !Secrets.isPlaceholder(text)
            && Secrets.kindOf(text).isEmpty();
    return secret ? Stream.of(value.place()) : Stream.empty();
  }
}
