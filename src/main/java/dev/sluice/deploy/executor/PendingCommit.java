package dev.sluice.deploy.executor;

import dev.sluice.deploy.Step;
import java.util.List;
import java.util.Optional;

/** The COMMIT that was sent last and has not been answered. */
final class PendingCommit {
  private List<Step> steps = List.of();
  private Optional<String> transaction = Optional.empty();

  void sent(List<Step> written, Optional<String> name) {
    steps = List.copyOf(written);
    transaction = name;
  }

  void answered() {
    sent(List.of(), Optional.empty());
  }

  /** The steps whose fate hangs on it; empty when none does. */
  List<Step> steps() {
    return steps;
  }

  Optional<String> transaction() {
    return transaction;
  }
}
