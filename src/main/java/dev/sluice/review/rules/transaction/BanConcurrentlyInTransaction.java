package dev.sluice.review.rules.transaction;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateIndex;
import dev.sluice.sql.Action.DropIndex;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import java.util.List;
import java.util.Set;

/** What cannot be undone together should not look as if it could. */
public final class BanConcurrentlyInTransaction implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-concurrently-in-transaction",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL),
              "What must run outside a transaction stands alone",
              new Explanation(
                  "CREATE INDEX CONCURRENTLY, VACUUM and their like after a BEGIN of the script: an"
                      + " error. Behind other statements of the same script: a warning, because"
                      + " Sluice commits those first.",
                  "PostgreSQL refuses it inside a transaction block.",
                  "Give it a script of its own."))
          .formerly("concurrently-in-transaction")
          .knownAs(
              "bytebase STATEMENT_NON_TRANSACTIONAL",
              "squawk ban-concurrent-index-creation-in-transaction",
              "atlas PG103")
          .inRelaxed(Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Statement statement = scene.statement();
    if (statement.transactional()) {
      return List.of();
    }
    if (scene.script().inOwnTransaction(statement)) {
      return List.of(
          Problem.at(statement.place(), "%s stands inside BEGIN … COMMIT", what(statement))
              .withRemedy("Remove BEGIN and COMMIT, and give it a script of its own."));
    }
    int committed = scene.script().committedBefore(statement).size();
    return committed == 0 ? List.of() : List.of(halfDone(statement, committed));
  }

  private static Problem halfDone(Statement statement, int committed) {
    Message message =
        committed == 1
            ? Message.of("%s runs after a commit of the statement before it", what(statement))
            : Message.of(
                "%s runs after a commit of the %s statements before it",
                what(statement), committed);
    return Problem.at(statement.place(), message)
        .as(Severity.WARNING)
        .withEffect(
            "If it fails, what came before stays: the script is half done and is resumed, not"
                + " undone.");
  }

  private static Message what(Statement statement) {
    String concurrently =
        statement.tokens().stream().anyMatch(t -> t.is("CONCURRENTLY")) ? " CONCURRENTLY" : "";
    Action action = statement.actions().get(0);
    if (action instanceof CreateIndex) {
      return Message.verbatim("CREATE INDEX" + concurrently);
    }
    if (action instanceof DropIndex) {
      return Message.verbatim("DROP INDEX" + concurrently);
    }
    return action instanceof OtherDdl other
        ? Message.verbatim((other.verb() + " " + other.objectType()).strip() + concurrently)
        : Message.of("This statement");
  }
}
