package dev.sluice.change;

import dev.sluice.change.Environment.DeployMode;
import dev.sluice.change.calendar.Freeze;
import dev.sluice.change.calendar.Window;
import dev.sluice.setting.Doc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a project wants otherwise in an environment. */
@Doc("What a project wants otherwise in an environment; what it leaves out is the environment's.")
public record Pace(
    @Doc("What starts a deployment.") Optional<DeployMode> deploy,
    @Doc("How long a change must have been in the environment before.") Optional<Duration> soak,
    @Doc("When deployments may start, in place of the environment's windows.") List<Window> windows,
    @Doc("When nothing is deployed, besides the environment's freezes.") List<Freeze> freezes,
    @Doc("What becomes of /db deploy outside of the windows or in a freeze.")
        Optional<Outside> outside) {
  public Pace {
    windows = List.copyOf(windows);
    freezes = List.copyOf(freezes);
  }
}
