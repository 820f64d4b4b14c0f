package dev.sluice.change;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.util.List;

/** What a project says about taking deployments back. */
@Doc("What is asked of ways back, and who may take one without a merge request.")
public record RollbackSettings(
    @Doc("Who may roll back at once (/db rollback --now), without a review; empty: nobody.")
        List<Approver> direct,
    @Doc(
            "What a script without an undo script is, when Sluice cannot take it back without loss"
                + " either: off, warning or error.")
        @Default("off")
        RequireUndo requireUndo) {
  public RollbackSettings {
    direct = List.copyOf(direct);
  }

  /** How much a missing way back matters. */
  public enum RequireUndo {
    OFF,
    WARNING,
    ERROR
  }
}
