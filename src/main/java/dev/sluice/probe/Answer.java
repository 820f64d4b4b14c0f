package dev.sluice.probe;

import java.util.List;

/** What came of a {@link Probe}. */
public sealed interface Answer {
  /**
   * To {@link Probe.AffectedRows}.
   *
   * @param counted else as the engine's planner estimates
   * @param scanned tables, or their aliases, of which every row is read
   */
  record Affected(long rows, boolean counted, List<String> scanned) implements Answer {
    public Affected {
      scanned = List.copyOf(scanned);
    }
  }

  /**
   * To what asks for rows that do not fit.
   *
   * @param rows that do not fit, all counted
   * @param samples up to three keys, masked
   */
  record Misfits(long rows, List<String> samples) implements Answer {
    public Misfits {
      samples = List.copyOf(samples);
    }
  }

  /** To {@link Probe.Dependants}, in the order of their names. */
  record Dependants(List<Dependant> found) implements Answer {
    public Dependants {
      found = List.copyOf(found);
    }
  }

  /**
   * Nobody knows; nothing is guessed.
   *
   * @param why fit for notes, e.g. {@code timed out after 3s}
   */
  record Unknown(String why) implements Answer {}
}
