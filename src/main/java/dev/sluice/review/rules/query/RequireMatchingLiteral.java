package dev.sluice.review.rules.query;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.ColumnScope;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.Delete;
import dev.sluice.sql.Action.Update;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.Token;
import dev.sluice.sql.query.Conditions;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A number is not a text. */
public final class RequireMatchingLiteral implements ActionRule {
  private static final Set<String> OPERATORS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=", "IN");
  private static final Set<String> TEXTS =
      Set.of(
          "character varying",
          "character",
          "text",
          "varchar",
          "char",
          "tinytext",
          "mediumtext",
          "longtext",
          "enum");
  private static final Set<String> NUMBERS =
      Set.of(
          "smallint",
          "integer",
          "bigint",
          "numeric",
          "int",
          "tinyint",
          "mediumint",
          "decimal",
          "real",
          "double precision",
          "double",
          "float");
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-matching-literal",
          Severity.ERROR,
          Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
          "Columns are compared with values of their kind",
          new Explanation(
              "UPDATE or DELETE whose WHERE compares a text column with a number, or a number"
                  + " column with a text that is none.",
              "MySQL compares both as numbers: every text without digits equals 0, other rows than"
                  + " meant are changed, and no index helps. PostgreSQL refuses the statement.",
              "Put the number in quotes, or take it out of them."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (!(action instanceof Update) && !(action instanceof Delete)) {
      return List.of();
    }
    ColumnScope scope = ColumnScope.of(scene);
    return Where.condition(Stretch.of(scene.statement(), action.place())).stream()
        .flatMap(Conditions::terms)
        .flatMap(t -> problem(t, scope, scene).stream())
        .toList();
  }

  private static Optional<Problem> problem(Stretch term, ColumnScope scope, Scene scene) {
    int operator = term.find(0, OPERATORS);
    if (operator < 1) {
      return Optional.empty();
    }
    int end = term.at(operator - 1, "NOT") ? operator - 1 : operator;
    List<Token> values = values(term.from(operator + 1));
    return scope
        .column(term.range(0, end))
        .filter(k -> !k.column().type().array())
        .flatMap(k -> problem(k, values, scene.dialect()));
  }

  private static List<Token> values(Stretch right) {
    List<Stretch> items = right.parentheses(0).map(Stretch::items).orElse(List.of(right));
    return items.stream().filter(i -> i.size() == 1).map(i -> i.get(0)).toList();
  }

  private static Optional<Problem> problem(
      ColumnScope.Known known, List<Token> values, Dialect dialect) {
    String type = known.column().type().name();
    String base = type.replace(" unsigned", "");
    if (TEXTS.contains(base)) {
      return values.stream()
          .filter(v -> v.kind() == Token.Kind.NUMBER)
          .findFirst()
          .map(
              v ->
                  Problem.at(v.place(), "%s is %s, %s is a number", name(known), type, v.text())
                      .replacing(whole(values), quoted(values)));
    }
    boolean number = NUMBERS.contains(base);
    return values.stream()
        .filter(v -> number && v.kind() == Token.Kind.STRING && !isNumber(v.text()))
        .filter(v -> v.text().startsWith("'") || dialect != Dialect.POSTGRESQL)
        .findFirst()
        .map(v -> Problem.at(v.place(), "%s is %s, %s is no number", name(known), type, v.text()));
  }

  private static String name(ColumnScope.Known known) {
    return known.table().name().name() + "." + known.column().name();
  }

  private static boolean isNumber(String literal) {
    return literal.matches("['\"]\\s*[-+]?\\d*\\.?\\d+([eE][-+]?\\d+)?\\s*['\"]");
  }

  private static Place whole(List<Token> values) {
    return values.get(0).place().to(values.get(values.size() - 1).place());
  }

  private static String quoted(List<Token> values) {
    return values.stream()
        .map(v -> v.kind() == Token.Kind.NUMBER ? "'" + v.text() + "'" : v.text())
        .collect(Collectors.joining(", "));
  }
}
