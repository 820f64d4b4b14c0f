package dev.sluice.change;

/**
 * A script that Sluice knows for a database: it ran on some target, or waits to.
 *
 * @param ran whether it ran on at least one target
 */
public record DeployedScript(
    String database, String path, String version, String sha256, boolean ran) {
  private static final String BASELINE = "(the baseline of ";

  /** Stands for all versions of a database up to this one: on the target they count as run. */
  public static DeployedScript baseline(TargetName target, String version) {
    return new DeployedScript(target.database(), BASELINE + target + ")", version, "", true);
  }

  public boolean isBaseline() {
    return sha256.isEmpty() && path.startsWith(BASELINE);
  }
}
