package dev.sluice.change;

/**
 * A script that Sluice knows for a database: it ran on some target, or waits to.
 *
 * @param ran whether it ran on at least one target
 */
public record DeployedScript(
    String database, String path, String version, String sha256, boolean ran) {}
