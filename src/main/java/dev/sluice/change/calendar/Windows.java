package dev.sluice.change.calendar;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Several windows together: open where one of them is; without any, always. */
public record Windows(List<Window> all) {
  public Windows {
    all = List.copyOf(all);
  }

  /** The next opening of one of them. */
  public record Opening(Window window, Instant at) {}

  public boolean open(Instant now) {
    return all.isEmpty() || all.stream().anyMatch(w -> w.spans(now).anyMatch(s -> s.contains(now)));
  }

  /** When they open, seen from a time when they are closed. */
  public Optional<Opening> next(Instant now) {
    return all.stream()
        .flatMap(w -> w.spans(now).limit(1).map(s -> new Opening(w, s.start())))
        .min(Comparator.comparing(Opening::at));
  }
}
