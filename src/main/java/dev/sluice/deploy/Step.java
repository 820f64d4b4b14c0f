package dev.sluice.deploy;

import dev.sluice.bulk.BulkDirective;
import dev.sluice.change.Sha256;
import dev.sluice.sql.Statement;
import java.util.Optional;

/**
 * One statement in a plan.
 *
 * @param seq its place in the rollout, from 1, over all scripts
 * @param path the script that it stands in
 * @param alone why it runs outside a transaction, for people; empty for most
 * @param leaves what later statements of the script may rely on and a new connection does not have
 * @param bulk how its author wants it to run, if not as it is written
 */
public record Step(
    int seq,
    String path,
    Statement statement,
    Optional<String> alone,
    Leaves leaves,
    Optional<BulkDirective> bulk) {
  /** One that runs as it is written. */
  public Step(int seq, String path, Statement statement, Optional<String> alone, Leaves leaves) {
    this(seq, path, statement, alone, leaves, Optional.empty());
  }

  /** Whether its author wants it done so. */
  public boolean isBulk(BulkDirective.Kind kind) {
    return bulk.filter(b -> b.kind() == kind).isPresent();
  }

  /** The same with other SQL, which must do a part of what the statement does. */
  public Step running(String sql) {
    Statement part =
        new Statement(
            statement.number(),
            sql,
            statement.place(),
            statement.tokens(),
            statement.tree(),
            statement.actions(),
            statement.data());
    return new Step(seq, path, part, alone, leaves, bulk);
  }

  /** Over the statement's text and data: a different one on resume means an edited script. */
  public String sha256() {
    return Sha256.of(statement.text() + "\0" + statement.data());
  }

  public int line() {
    return statement.place().start().line();
  }
}
