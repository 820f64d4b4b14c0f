package dev.sluice.flow.beside;

import java.util.List;
import java.util.Map;

/**
 * What stands beside a change.
 *
 * @param uses of what it drops or renames, by the fingerprint of the finding
 * @param neighbours other open merge requests that have to do with this one
 */
public record Beside(Map<String, CodeUse> uses, List<Neighbour> neighbours) {
  public static final Beside NOTHING = new Beside(Map.of(), List.of());

  public Beside {
    uses = Map.copyOf(uses);
    neighbours = List.copyOf(neighbours);
  }

  Beside with(List<Neighbour> others) {
    return new Beside(uses, others);
  }
}
