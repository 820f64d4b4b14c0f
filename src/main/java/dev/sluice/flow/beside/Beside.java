package dev.sluice.flow.beside;

import java.util.Map;

/**
 * What stands beside a change.
 *
 * @param uses of what it drops or renames, by the fingerprint of the finding
 */
public record Beside(Map<String, CodeUse> uses) {
  public static final Beside NOTHING = new Beside(Map.of());

  public Beside {
    uses = Map.copyOf(uses);
  }
}
