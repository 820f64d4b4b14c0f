package dev.sluice.approval;

import dev.sluice.setting.Doc;
import java.util.List;

/** One line of an approval policy. */
@Doc("A condition and what it asks for.")
public record ApprovalRule(
    @Doc("When it applies; left out: always.") Condition when,
    @Doc("What it asks for; empty: nobody has to approve.") List<Demand> require) {
  public ApprovalRule {
    require = List.copyOf(require);
  }
}
