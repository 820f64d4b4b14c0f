package dev.sluice.flow.note;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/** The summary note: one per merge request, edited in place. Empty lists are left out. */
public record SummaryView(
    String verdict,
    Optional<String> risk,
    List<Content> next,
    List<TargetRow> targets,
    List<ApprovalRow> approvals,
    List<RolloutRow> rollouts,
    List<Content> neighbours,
    Details details,
    Footer footer) {

  /** A target and what the change means to it. */
  public record TargetRow(
      String target, int files, int statements, String findings, String locks, String note) {}

  /** A requirement. */
  public record ApprovalRow(
      String scope, String need, String have, Content who, Content discounted) {}

  /** Where the change is on a target. */
  public record RolloutRow(String target, String state, String note) {}

  /** What is folded. */
  public record Details(
      List<String> riskReasons,
      List<FindingRow> findings,
      List<FindingRow> waived,
      List<PlaceRow> remarks,
      List<PlaceRow> blindspots,
      List<String> hints,
      List<PlanRow> plan,
      List<TrialView> trials,
      List<WayBackView> waysBack,
      List<Content> commands) {}

  /**
   * A change tried on a copy.
   *
   * @param targets of which the copies were
   */
  public record TrialView(
      String targets, String outcome, List<String> locks, Optional<Content> schemaDiff) {}

  /** How a script would be taken back. */
  public record WayBackView(Content script, Optional<Content> sql, List<String> notes) {}

  /** A finding in the table. */
  public record FindingRow(String icon, String rule, Content place, String message) {}

  /** Something about a file. */
  public record PlaceRow(String icon, Content place, String message) {}

  /**
   * A statement and its lock.
   *
   * @param rows of the tables that it touches
   * @param changes how many rows it changes; what is not known of it stands here too
   */
  public record PlanRow(Content place, String summary, String lock, String rows, String changes) {}

  /** What identifies this state of things. */
  public record Footer(String commit, String digest) {}
}
