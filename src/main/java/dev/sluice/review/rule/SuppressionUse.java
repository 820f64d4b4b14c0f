package dev.sluice.review.rule;

import dev.sluice.sql.Place;
import java.util.List;

/**
 * An ignore comment after the review.
 *
 * @param place of the comment
 * @param unknown what stands there as a rule id and is none
 * @param unused rules that had nothing to say there
 * @param known all rule ids, for a suggestion
 */
public record SuppressionUse(
    Place place, String reason, List<String> unknown, List<String> unused, List<String> known) {
  public SuppressionUse {
    unknown = List.copyOf(unknown);
    unused = List.copyOf(unused);
    known = List.copyOf(known);
  }
}
