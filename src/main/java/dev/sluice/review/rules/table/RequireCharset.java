package dev.sluice.review.rules.table;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import java.util.List;

/** Character sets that hold every character. */
public final class RequireCharset implements ActionRule {
  private static final Option<List<String>> CHARSETS =
      Option.texts(
          "charsets", List.of("utf8mb4", "ascii", "binary"), "Character sets that may be named");
  private static final Option<List<String>> COLLATIONS =
      Option.texts(
          "collations",
          List.of(),
          "Collations that may be named; none: those of the character sets");

  private static final RuleInfo INFO =
      new RuleInfo(
              "require-charset",
              Severity.WARNING,
              RuleInfo.MYSQL_FAMILY,
              "Texts are stored in an agreed character set",
              new Explanation(
                  "CHARACTER SET or COLLATE with a name that is not on the list, in the definition"
                      + " of a table, column or database.",
                  "utf8 and latin1 of MySQL lack most of the characters of the world; joins over"
                      + " unlike collations use no index.",
                  "Write utf8mb4, or leave it to the server."))
          .options(CHARSETS, COLLATIONS)
          .formerly("my-charset")
          .knownAs("bytebase SYSTEM_CHARSET_ALLOWLIST", "bytebase SYSTEM_COLLATION_ALLOWLIST");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    List<Charset> named = Charset.in(action, scene);
    boolean collated = named.stream().anyMatch(Charset::collation);
    return named.stream()
        .filter(c -> !wanted(c, scene) && !follows(c, named, scene))
        .map(c -> problem(c, collated, scene))
        .toList();
  }

  private static boolean wanted(Charset named, Scene scene) {
    List<String> charsets = scene.option(CHARSETS);
    List<String> collations = scene.option(COLLATIONS);
    String name = named.name();
    if (!named.collation()) {
      return charsets.stream().anyMatch(name::equalsIgnoreCase);
    }
    return collations.isEmpty()
        ? charsets.stream().anyMatch(c -> name.equals(c) || name.startsWith(c + "_"))
        : collations.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** A collation goes with the character set that is told already. */
  private static boolean follows(Charset collation, List<Charset> named, Scene scene) {
    return collation.collation()
        && named.stream()
            .filter(c -> !c.collation() && !wanted(c, scene))
            .anyMatch(c -> collation.name().startsWith(c.name() + "_"));
  }

  private static Problem problem(Charset named, boolean collated, Scene scene) {
    Message message =
        named.collation()
            ? Message.of("Collation %s is not wanted", named.name())
            : Message.of("Character set %s is not wanted", named.name());
    Problem problem = Problem.at(named.place(), message);
    return collated ? problem : problem.replacing(named.place(), scene.option(CHARSETS).get(0));
  }
}
