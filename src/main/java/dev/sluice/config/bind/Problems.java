package dev.sluice.config.bind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Gathers problems while a file is bound and cross-checked; knows where each key stands. */
public final class Problems {
  private final Places places;
  private final Interpolation interpolation;
  private final List<Problem> found = new ArrayList<>();

  Problems(Places places, Interpolation interpolation) {
    this.places = places;
    this.interpolation = interpolation;
  }

  /** A problem with the value at this path (or its nearest parent that is in the file). */
  public void value(String keyPath, String reason) {
    add(Problem.at(places.value(keyPath), keyPath, reason));
  }

  /** A problem with the key itself. */
  public void key(String keyPath, String reason) {
    add(Problem.at(places.key(keyPath), keyPath, reason));
  }

  /**
   * The value at this path names something that does not exist; {@code names} are those that do.
   */
  public void dangling(String keyPath, String what, String written, Collection<String> names) {
    add(unknownName(places.value(keyPath), keyPath, what, written, names));
  }

  /** As {@link #dangling}, where the name is the key of a map. */
  public void danglingKey(String keyPath, String what, String written, Collection<String> names) {
    add(unknownName(places.key(keyPath), keyPath, what, written, names));
  }

  private static Problem unknownName(
      Place place, String keyPath, String what, String written, Collection<String> names) {
    Optional<String> guess = DidYouMean.guess(written, names);
    String known = guess.isPresent() || names.isEmpty() ? "" : " (known: " + listed(names) + ")";
    String reason = "there is no " + what + " \"" + written + "\"" + known;
    return new Problem(place.line(), place.column(), keyPath, reason, guess);
  }

  static String listed(Collection<String> names) {
    String first = String.join(", ", names.stream().limit(12).toList());
    return names.size() > 12 ? first + ", …" : first;
  }

  void add(Problem problem) {
    found.add(
        new Problem(
            problem.line(),
            problem.column(),
            interpolation.hide(problem.keyPath()),
            interpolation.hide(problem.reason()),
            problem.didYouMean().map(interpolation::hide)));
  }

  int count() {
    return found.size();
  }

  public List<Problem> inOrder() {
    return found.stream().distinct().sorted(Problem.BY_PLACE).toList();
  }
}
