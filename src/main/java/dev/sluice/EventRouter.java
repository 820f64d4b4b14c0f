package dev.sluice;

import dev.sluice.flow.Work;
import dev.sluice.mergerequest.Event;
import dev.sluice.mergerequest.EventHandler;
import dev.sluice.store.WriteTx;

/**
 * What happens when: one method per event, each a piece of work in the lane of what it is about.
 */
final class EventRouter implements EventHandler {
  private final Work work;
  private final WriteTx tx;

  /**
   * @param tx the transaction that takes the event out of the inbox
   */
  EventRouter(Work work, WriteTx tx) {
    this.work = work;
    this.tx = tx;
  }

  @Override
  public void on(Event.MergeRequestChanged event) {
    work.tend(tx, event.id());
  }

  @Override
  public void on(Event.Commented event) {
    work.comment(tx, event.id(), event.note());
  }

  @Override
  public void on(Event.ApprovalsChanged event) {
    work.tend(tx, event.id());
  }

  @Override
  public void on(Event.Merged event) {
    work.follow(tx, event.id().repository(), event.targetBranch());
    work.tend(tx, event.id());
  }

  @Override
  public void on(Event.BranchPushed event) {
    work.follow(tx, event.repository(), event.branch());
  }
}
