package dev.sluice.demo.act;

import dev.sluice.demo.hooks.Events;
import dev.sluice.demo.model.World;

/** Everything that can be done in the stand-in. The caller holds the world's lock. */
public final class Actions {
  public final Pushes pushes;
  public final MergeRequests requests;
  public final Approving approving;
  public final Merging merging;
  public final Notes notes;
  public final Drafts drafts;
  public final Statuses statuses;
  public final Suggestions suggestions;
  public final Labels labels;

  public Actions(World world, Events events) {
    pushes = new Pushes(world, events);
    requests = new MergeRequests(world, events);
    approving = new Approving(world, events);
    merging = new Merging(world, events, pushes);
    var runner = new QuickActionRunner(world, requests, approving, merging);
    notes = new Notes(world, events, runner);
    drafts = new Drafts(world, notes);
    statuses = new Statuses(world);
    suggestions = new Suggestions(world, pushes, notes);
    labels = new Labels(world);
  }
}
