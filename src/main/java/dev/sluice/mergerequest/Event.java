package dev.sluice.mergerequest;

/**
 * Something happened: a reason to look again, never a fact (design law 1). Visited by double
 * dispatch, so that a new event does not compile before it is handled.
 */
public sealed interface Event {
  void dispatchTo(EventHandler handler);

  /** Opened, pushed to, retargeted, made ready, closed, reopened, labelled … */
  record MergeRequestChanged(MergeRequestId id) implements Event {
    @Override
    public void dispatchTo(EventHandler handler) {
      handler.on(this);
    }
  }

  record Commented(MergeRequestId id, long note) implements Event {
    @Override
    public void dispatchTo(EventHandler handler) {
      handler.on(this);
    }
  }

  /** Somebody approved or took an approval back. */
  record ApprovalsChanged(MergeRequestId id) implements Event {
    @Override
    public void dispatchTo(EventHandler handler) {
      handler.on(this);
    }
  }

  /**
   * @param targetBranch where it was merged to
   */
  record Merged(MergeRequestId id, String targetBranch) implements Event {
    @Override
    public void dispatchTo(EventHandler handler) {
      handler.on(this);
    }
  }

  record BranchPushed(long repository, String branch) implements Event {
    @Override
    public void dispatchTo(EventHandler handler) {
      handler.on(this);
    }
  }
}
