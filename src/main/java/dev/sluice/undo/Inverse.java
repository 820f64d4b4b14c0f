package dev.sluice.undo;

import dev.sluice.language.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * What takes an action back.
 *
 * @param statements in the order in which they run, without terminators; none when nothing is to be
 *     taken back
 * @param losses what does not come back, or may keep the statements from running
 * @param impossible why there is no way back; then {@code statements} is empty
 */
public record Inverse(List<String> statements, List<Message> losses, List<Message> impossible) {
  static final Inverse NOTHING = new Inverse(List.of(), List.of(), List.of());

  public Inverse {
    statements = List.copyOf(statements);
    losses = List.copyOf(losses);
    impossible = List.copyOf(impossible);
  }

  static Inverse of(String... statements) {
    return new Inverse(List.of(statements), List.of(), List.of());
  }

  static Inverse of(List<String> statements) {
    return new Inverse(statements, List.of(), List.of());
  }

  static Inverse none(Message why) {
    return new Inverse(List.of(), List.of(), List.of(why));
  }

  Inverse losing(Message loss) {
    return new Inverse(statements, plus(losses, List.of(loss)), impossible);
  }

  Inverse and(List<String> more) {
    return new Inverse(plus(statements, more), losses, impossible);
  }

  /** This one, then the other; nothing runs when one of them is impossible. */
  Inverse then(Inverse next) {
    List<Message> never = plus(impossible, next.impossible);
    return new Inverse(
        never.isEmpty() ? plus(statements, next.statements) : List.of(),
        plus(losses, next.losses),
        never);
  }

  /** Whether everything is as before afterwards, rows included. */
  public boolean lossless() {
    return losses.isEmpty() && impossible.isEmpty();
  }

  private static <T> List<T> plus(List<T> list, List<T> more) {
    List<T> all = new ArrayList<>(list);
    all.addAll(more);
    return all;
  }
}
