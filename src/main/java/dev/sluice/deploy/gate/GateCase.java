package dev.sluice.deploy.gate;

import dev.sluice.change.GateSettings;
import dev.sluice.target.LoadReader;
import dev.sluice.target.TargetSettings;
import java.sql.Connection;
import java.util.Set;

/**
 * A deployment in front of its gates.
 *
 * @param connection that holds the target's lock, outside a transaction
 * @param tables that the statements left to run name, without schema, folded; at least one
 * @param midway whether a part of the deployment is committed already
 */
public record GateCase(
    GateSettings settings,
    LoadReader load,
    Connection connection,
    TargetSettings target,
    Set<String> tables,
    boolean midway) {
  /** No table has this name, and lists in SQL must not be empty. */
  private static final Set<String> NONE = Set.of(" ");

  public GateCase {
    tables = tables.isEmpty() ? NONE : Set.copyOf(tables);
  }
}
