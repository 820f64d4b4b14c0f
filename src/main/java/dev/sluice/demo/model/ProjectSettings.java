package dev.sluice.demo.model;

/** The settings of a project that change what GitLab answers; plain state. */
public final class ProjectSettings {
  /** {@code merge}, {@code rebase_merge} or {@code ff}. */
  public String mergeMethod = "merge";

  /** {@code never}, {@code always}, {@code default_on} or {@code default_off}. */
  public String squashOption = "default_off";

  public boolean onlyMergeIfPipelineSucceeds;
  public boolean onlyMergeIfDiscussionsResolved;
  public boolean archived;

  /** Whether an author may approve the own merge request, which depends on tier and settings. */
  public boolean authorMayApprove = true;

  /** Who may merge into and push to the default branch. */
  public int mergeLevel = Level.DEVELOPER;

  /** How many approvals Premium asks for; unused on Free. */
  public int approvalsRequired = 1;
}
