package dev.sluice.approval;

import dev.sluice.change.Approver;
import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;

/** So many people out of a set. */
@Doc("So many people out of a set; one person fills one seat of a rule only.")
public record Demand(
    @Doc("@user, group:path, level:maintainer or owners.") Approver from,
    @Doc("How many of them.") @Default("1") int count) {
  public Demand {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1");
    }
  }
}
