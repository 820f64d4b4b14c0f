package dev.sluice.review.rules.transaction;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.TransactionControl;
import java.util.Optional;
import java.util.Set;

/** Transactions are the executor's: it must know what is committed. */
public final class BanTransactionControl extends RuleFor<TransactionControl> {
  private static final Set<String> WITHIN_A_TRANSACTION = Set.of("SAVEPOINT", "RELEASE");

  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-transaction-control",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "Scripts leave transactions to Sluice",
              new Explanation(
                  "BEGIN, START TRANSACTION, COMMIT, END or ROLLBACK in a script. Savepoints are"
                      + " allowed.",
                  "Sluice would no longer know what is committed, and could not resume after a"
                      + " failure.",
                  "Remove it: Sluice runs the script in a transaction wherever the engine allows."))
          .knownAs("bytebase STATEMENT_DISALLOW_COMMIT", "squawk transaction-nesting")
          .inRelaxed(Severity.ERROR);

  public BanTransactionControl() {
    super(TransactionControl.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(TransactionControl control, Scene scene) {
    boolean toSavepoint = scene.statement().tokens().stream().anyMatch(t -> t.is("TO"));
    if (WITHIN_A_TRANSACTION.contains(control.verb()) || toSavepoint) {
      return Optional.empty();
    }
    return Optional.of(Problem.at(control.place(), "The script says %s", control.verb()));
  }
}
