package dev.sluice.review;

import dev.sluice.change.TargetName;
import java.util.List;
import java.util.SortedSet;

/**
 * A finding as people see it: once, however many targets it holds for.
 *
 * @param also findings at the same place that are less severe; told with this one
 */
public record ReviewedFinding(
    Finding finding, SortedSet<TargetName> targets, boolean failing, List<Finding> also) {
  public ReviewedFinding {
    also = List.copyOf(also);
  }
}
