package dev.sluice.review.rules.lock;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.impact.MysqlAnswer;
import dev.sluice.review.impact.MysqlRequest;
import dev.sluice.review.impact.MysqlRequest.Asked;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** What the server refuses should not wait for the deployment to be found out. */
public final class RequireOfferedAlgorithm implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-offered-algorithm",
          Severity.ERROR,
          RuleInfo.MYSQL_FAMILY,
          "ALGORITHM and LOCK ask for what the server can do",
          new Explanation(
              "An ALTER TABLE, CREATE INDEX or DROP INDEX with ALGORITHM=INSTANT, NOCOPY or INPLACE,"
                  + " or with LOCK=NONE, that this server cannot carry out so cheaply on this table;"
                  + " on MySQL also ALGORITHM=INSTANT with any LOCK but DEFAULT. Nothing is said of"
                  + " tables and columns that are not known.",
              "The server refuses the statement (1845, 1846 or 1221), and the deployment stops"
                  + " there.",
              "Ask for what it can do, or change the table in another way: a new column that is"
                  + " filled in batches, gh-ost or pt-online-schema-change."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    MysqlRequest request = MysqlRequest.of(scene.statement());
    if (isGuess(scene)) {
      return List.of();
    }
    return MysqlAnswer.of(scene.statement(), scene.catalog())
        .flatMap(answer -> problem(request, answer, scene.dialect()))
        .stream()
        .toList();
  }

  private static Optional<Problem> problem(
      MysqlRequest request, MysqlAnswer answer, Dialect dialect) {
    Optional<Problem> algorithm =
        request
            .algorithm()
            .filter(asked -> answer.refuses(asked.word()))
            .map(asked -> tooCheap(asked, answer));
    return algorithm
        .or(() -> wrongTogether(request, dialect))
        .or(() -> lock(request, answer, dialect));
  }

  private static Problem tooCheap(Asked asked, MysqlAnswer answer) {
    Problem problem =
        Problem.at(
            asked.place(),
            "The server refuses ALGORITHM=%s: the least that it can do here is %s",
            asked.word(),
            answer.algorithm());
    return answer.online()
        ? problem.replacing(asked.place(), "ALGORITHM=" + answer.algorithm())
        : problem;
  }

  private static Optional<Problem> wrongTogether(MysqlRequest request, Dialect dialect) {
    boolean instant = request.asksFor("INSTANT") && dialect == Dialect.MYSQL;
    return request
        .lock()
        .filter(l -> instant && !l.word().equals("DEFAULT"))
        .map(
            l ->
                Problem.at(
                        l.place(),
                        "MySQL takes no LOCK=%s beside ALGORITHM=INSTANT, which locks nobody out",
                        l.word())
                    .replacing(l.place(), "LOCK=DEFAULT"));
  }

  private static Optional<Problem> lock(MysqlRequest request, MysqlAnswer answer, Dialect dialect) {
    boolean copies = request.asksFor("COPY") && dialect == Dialect.MYSQL;
    boolean refused = request.locks("NONE") && (copies || !answer.online());
    String algorithm = copies ? "COPY" : answer.algorithm();
    return request
        .lock()
        .filter(l -> refused)
        .map(
            l ->
                Problem.at(
                    l.place(),
                    Message.of(
                        "The server refuses LOCK=NONE: writers wait while it works with"
                            + " ALGORITHM=%s",
                        algorithm)));
  }

  /** Without the old definition nobody knows what a new one costs. */
  private static boolean isGuess(Scene scene) {
    return scene.statement().actions().stream()
        .anyMatch(
            a -> a instanceof Action.ModifyColumn modify && scene.table(modify.table()).isEmpty());
  }
}
