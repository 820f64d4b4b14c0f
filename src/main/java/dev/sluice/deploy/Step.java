package dev.sluice.deploy;

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
 */
public record Step(
    int seq, String path, Statement statement, Optional<String> alone, Leaves leaves) {
  /** Over the statement's text and data: a different one on resume means an edited script. */
  public String sha256() {
    return Sha256.of(statement.text() + "\0" + statement.data());
  }

  public int line() {
    return statement.place().start().line();
  }
}
