package dev.sluice.flow.undo;

import dev.sluice.language.Message;
import java.util.List;

/**
 * What takes a script back on a target.
 *
 * @param path of the script that is taken back
 * @param steps the seqs of its statements that are
 * @param sql the statements, each with its terminator
 * @param losses what does not come back
 * @param impossible why not, one sentence for each statement without a way back
 * @param byAuthor whether people wrote it
 */
public record WayBack(
    String path,
    List<Integer> steps,
    String sql,
    List<Message> losses,
    List<Message> impossible,
    boolean byAuthor) {
  public WayBack {
    steps = List.copyOf(steps);
    losses = List.copyOf(losses);
    impossible = List.copyOf(impossible);
  }

  /** As people wrote it. */
  public static WayBack byAuthor(String path, List<Integer> steps, String sql) {
    return new WayBack(path, steps, sql, List.of(), List.of(), true);
  }

  /** Whether everything is as before afterwards; of what people wrote we take their word. */
  public boolean lossless() {
    return byAuthor || (losses.isEmpty() && impossible.isEmpty());
  }
}
