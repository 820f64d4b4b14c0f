package dev.sluice.store.record;

import dev.sluice.store.Ledger;
import dev.sluice.store.LedgerEntry;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.Optional;

/** How far each followed branch has been worked off. */
public final class BranchHeads {

  private BranchHeads() {}

  /** The last commit that was handled; empty for a branch that is new to us. */
  public static Optional<String> lastHandled(ReadTx tx, long repository, String branch) {
    return tx.handle()
        .createQuery(
            "select sha from branch_head where repository = :repository and branch = :branch")
        .bind("repository", repository)
        .bind("branch", branch)
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Begins to follow a branch: what is on it already is taken as deployed elsewhere. One that is
   * followed stays where it is.
   */
  public static void begin(WriteTx tx, long repository, String branch, String head) {
    if (lastHandled(tx, repository, branch).isEmpty()) {
      moveTo(tx, repository, branch, head);
      Subject subject = Subject.repository(repository);
      Ledger.append(
          tx,
          LedgerEntry.of(tx.now(), "sluice", "branch.followed", subject)
              .reason(branch + " from " + head));
    }
  }

  public static void moveTo(WriteTx tx, long repository, String branch, String sha) {
    tx.handle()
        .createUpdate(
            "insert into branch_head (repository, branch, sha, handled_at)"
                + " values (:repository, :branch, :sha, :now) on conflict (repository, branch)"
                + " do update set sha = excluded.sha, handled_at = excluded.handled_at")
        .bind("repository", repository)
        .bind("branch", branch)
        .bind("sha", sha)
        .bind("now", tx.now())
        .execute();
  }
}
