package dev.sluice.flow.beside;

import dev.sluice.flow.undo.WayBack;
import java.util.List;
import java.util.Map;

/**
 * What stands beside a change.
 *
 * @param uses of what it drops or renames, by the fingerprint of the finding
 * @param neighbours other open merge requests that have to do with this one
 * @param waysBack how its scripts would be taken back, the last one first
 */
public record Beside(
    Map<String, CodeUse> uses, List<Neighbour> neighbours, List<WayBack> waysBack) {
  public static final Beside NOTHING = new Beside(Map.of(), List.of(), List.of());

  public Beside {
    uses = Map.copyOf(uses);
    neighbours = List.copyOf(neighbours);
    waysBack = List.copyOf(waysBack);
  }

  Beside with(List<Neighbour> others) {
    return new Beside(uses, others, waysBack);
  }
}
