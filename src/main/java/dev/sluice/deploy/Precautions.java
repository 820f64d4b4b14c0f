package dev.sluice.deploy;

import dev.sluice.change.BackupPolicy;
import dev.sluice.change.GateSettings;

/**
 * What is done for the safety of one target when a rollout comes to it.
 *
 * @param gates what must hold before the first statement
 * @param backup what to keep of rows before they are changed
 */
public record Precautions(GateSettings gates, BackupPolicy backup) {}
