package dev.sluice.approval;

import dev.sluice.change.RiskAssessment;
import java.util.List;

/**
 * What an approval policy asks for one (project, environment) of a change.
 *
 * @param demands empty when nobody has to approve
 */
public record Requirement(
    String project, String environment, RiskAssessment risk, List<Demand> demands) {
  public Requirement {
    demands = List.copyOf(demands);
  }
}
