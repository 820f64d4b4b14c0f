package dev.sluice.flow.known;

import dev.sluice.deploy.executor.TargetHistory.Entry;
import java.util.List;

/**
 * What an import will do.
 *
 * @param rows a line per row of the other tool's history, and per file that it does not know
 * @param entries what is recorded
 * @param refusals why nothing may be recorded, one sentence each
 */
public record ImportPlan(List<Row> rows, List<Entry> entries, List<String> refusals) {
  public ImportPlan {
    rows = List.copyOf(rows);
    entries = List.copyOf(entries);
    refusals = List.copyOf(refusals);
  }

  /** One line of the table. */
  public record Row(State state, String place, String version, String path, String note) {}

  /** What becomes of it. */
  public enum State {
    RECORDED("recorded"),
    DIFFERS("recorded, differs"),
    NO_FILE("recorded, no file"),
    UNDONE("undone"),
    LEFT_OUT("left out"),
    NOT_RUN("did not run"),
    FAILED("failed");

    private final String words;

    State(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
