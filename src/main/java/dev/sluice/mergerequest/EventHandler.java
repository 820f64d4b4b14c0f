package dev.sluice.mergerequest;

/** One method per event. */
public interface EventHandler {
  void on(Event.MergeRequestChanged event);

  void on(Event.Commented event);

  void on(Event.ApprovalsChanged event);

  void on(Event.Merged event);

  void on(Event.BranchPushed event);
}
