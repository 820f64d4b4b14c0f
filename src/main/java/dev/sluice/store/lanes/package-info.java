/**
 * Durable work, one item at a time per lane, in order, over all replicas.
 *
 * <p>A lane is a row with a due time, an owner, a lease and a token; an item is a row in a lane.
 * Enqueueing happens in the transaction of its cause. A worker claims the lane that has been due
 * longest, gets the lane's oldest item that may run, and gives the lane back together with the
 * item's outcome. Within a lane:
 *
 * <ul>
 *   <li>items run in the order in which they were enqueued;
 *   <li>an item that was tried and waits for its next try holds the lane, so nothing overtakes it;
 *   <li>an item that was enqueued for later holds nothing until its time has come;
 *   <li>a dead item holds nothing: the record of what it was about decides what may follow.
 * </ul>
 *
 * <p>An item runs at least once. A worker that lost its lease cannot write ({@link
 * dev.sluice.store.Fence}); effects outside the store must be idempotent.
 */
@NullMarked
package dev.sluice.store.lanes;

import org.jspecify.annotations.NullMarked;
