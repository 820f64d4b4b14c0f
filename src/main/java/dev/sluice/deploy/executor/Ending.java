package dev.sluice.deploy.executor;

import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.Report;

/** Why a pass stops; becomes a result once the report is complete. */
@FunctionalInterface
interface Ending {
  RolloutResult with(Report report);
}
