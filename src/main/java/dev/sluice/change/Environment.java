package dev.sluice.change;

import dev.sluice.change.calendar.Freeze;
import dev.sluice.change.calendar.Window;
import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A stage in promotion order. */
@Doc("A stage; the order of the list is the order of promotion.")
public record Environment(
    @Doc("Its name, e.g. test, staging, prod.") String name,
    @Doc("Whether a merged change is deployed by itself or on /db deploy.") @Default("manual")
        DeployMode deploy,
    @Doc("The environment that must have the change first; by default the one before in the list.")
        Optional<String> after,
    @Doc("How long a change must have been in the environment before.") @Default("0s")
        Duration soak,
    @Doc("When deployments may start; empty: always.") List<Window> windows,
    @Doc("When nothing is deployed.") List<Freeze> freezes,
    @Doc("What becomes of /db deploy outside of the windows or in a freeze.") @Default("queue")
        Outside outside,
    @Doc(
            "Who may deploy outside of the windows with /db deploy --now, and freeze the environment:"
                + " @user, group:path, level:maintainer or owners.")
        List<Approver> override,
    @Doc("What happens when a target's schema is not as Sluice left it.") DriftSettings drift,
    @Doc("What is kept of rows before a deployment changes or drops them.") BackupPolicy backup,
    @Doc("What must hold in the moment before the first statement.") GateSettings gates) {
  public Environment {
    windows = List.copyOf(windows);
    freezes = List.copyOf(freezes);
    override = List.copyOf(override);
  }

  /** Without a calendar, with the usual answers to drift and lost rows. */
  public Environment(String name, DeployMode deploy, Optional<String> after) {
    this(
        name,
        deploy,
        after,
        Duration.ZERO,
        List.of(),
        List.of(),
        Outside.QUEUE,
        List.of(),
        DriftSettings.DEFAULT,
        BackupPolicy.DEFAULT,
        GateSettings.DEFAULT);
  }

  /** What starts a deployment. */
  public enum DeployMode {
    @Doc("Right after the merge, and after the environment before.")
    ON_MERGE,
    @Doc("When a person says /db deploy.")
    MANUAL,
    @Doc("By itself, once the environment before has it and it has soaked there.")
    AFTER
  }
}
