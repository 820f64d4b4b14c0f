package dev.sluice.review;

import dev.sluice.change.Risk;
import dev.sluice.sql.Place;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a statement will do to a target.
 *
 * @param summary e.g. {@code ADD COLUMN orders.note}
 * @param lock the strongest lock it takes, in the engine's words; empty when none to speak of
 * @param blocks what others cannot do meanwhile: nothing, writes, reads and writes
 * @param rows of the touched tables, as estimated
 */
public record StatementPlan(
    String path,
    int statement,
    Place place,
    String summary,
    String lock,
    String blocks,
    OptionalLong rows,
    Risk risk,
    List<String> reasons) {
  public StatementPlan {
    reasons = List.copyOf(reasons);
  }
}
