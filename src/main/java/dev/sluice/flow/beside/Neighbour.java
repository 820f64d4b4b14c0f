package dev.sluice.flow.beside;

import dev.sluice.mergerequest.MergeRequestId;
import java.util.List;
import java.util.Optional;

/**
 * Another open merge request that has to do with this one.
 *
 * @param tables that both change, each with its database where there are several
 * @param versions that both take
 * @param order which of the two has to be merged first; empty when it does not matter
 */
public record Neighbour(
    MergeRequestId id,
    String title,
    String webUrl,
    List<String> tables,
    List<String> versions,
    Optional<Order> order) {
  public Neighbour {
    tables = List.copyOf(tables);
    versions = List.copyOf(versions);
  }

  /** Where its versions are. */
  public enum Order {
    BEFORE_THIS,
    AFTER_THIS,
    /** Some before, some after. */
    MIXED
  }
}
