package dev.sluice.deploy;

import dev.sluice.change.Script;
import java.util.List;

/** A script's statements in their order, cut into segments; no segments when it has none. */
public record ScriptPlan(Script script, List<Segment> segments) {
  public ScriptPlan {
    segments = List.copyOf(segments);
  }

  public List<Step> steps() {
    return segments.stream().flatMap(s -> s.steps().stream()).toList();
  }
}
