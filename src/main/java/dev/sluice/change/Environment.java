package dev.sluice.change;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.util.Optional;

/** A stage in promotion order. */
@Doc("A stage; the order of the list is the order of promotion.")
public record Environment(
    @Doc("Its name, e.g. test, staging, prod.") String name,
    @Doc("Whether a merged change is deployed by itself or on /db deploy.") @Default("manual")
        DeployMode deploy,
    @Doc("The environment that must have the change first; by default the one before in the list.")
        Optional<String> after,
    @Doc("What happens when a target's schema is not as Sluice left it.") DriftSettings drift) {
  /** With the usual answer to drift. */
  public Environment(String name, DeployMode deploy, Optional<String> after) {
    this(name, deploy, after, DriftSettings.DEFAULT);
  }

  /** What starts a deployment. */
  public enum DeployMode {
    @Doc("Right after the merge, and after the environment before.")
    ON_MERGE,
    @Doc("When a person says /db deploy.")
    MANUAL
  }
}
