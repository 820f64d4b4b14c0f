package dev.sluice.change;

import java.util.List;

/**
 * A risk and what made it so.
 *
 * @param reasons one sentence each, the weightiest first
 */
public record RiskAssessment(Risk risk, List<String> reasons) {
  public RiskAssessment {
    reasons = List.copyOf(reasons);
  }
}
