package dev.sluice.review.rule;

import dev.sluice.probe.Answer;
import dev.sluice.probe.Dependant;
import dev.sluice.probe.Dependant.Fate;
import dev.sluice.probe.Probe;
import dev.sluice.probe.Probe.Deed;
import dev.sluice.review.Severity;
import dev.sluice.sql.ObjectName;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What hangs on what a statement drops or changes, as the target says, and in words. What the same
 * change drops or makes anew by itself is left out.
 *
 * @param cascade whether the server takes along what would otherwise refuse
 */
public record Dependence(List<Dependant> dependants, boolean cascade) {
  private static final int MOST_NAMES = 5;

  /** Empty while nobody has answered, and where nobody can. */
  public static Dependence of(
      ObjectName object, Optional<String> column, Deed deed, boolean cascade, Scene scene) {
    List<Dependant> found =
        scene.ask(new Probe.Dependants(scene.catalog().locate(object), column, deed)).stream()
            .filter(Answer.Dependants.class::isInstance)
            .flatMap(a -> ((Answer.Dependants) a).found().stream())
            .filter(d -> !seenTo(d, cascade, scene))
            .toList();
    return new Dependence(found, cascade);
  }

  /** Too late does not help where the server refuses. */
  private static boolean seenTo(Dependant dependant, boolean cascade, Scene scene) {
    Doings doings = scene.inquiry().doings();
    return dependant.fate() == Fate.REFUSES && !cascade
        ? doings.before(dependant, scene.script().path(), scene.statement().number())
        : doings.anywhere(dependant);
  }

  /** Whether the statement fails because of them. */
  public boolean refused() {
    return !cascade && dependants.stream().anyMatch(d -> d.fate() == Fate.REFUSES);
  }

  /** What CASCADE takes along, each by name. */
  public Stream<String> takenAlong() {
    return dependants.stream().filter(d -> d.fate() == Fate.REFUSES).map(Dependant::toString);
  }

  /** The problem with what the dependants add to it: they are named, and a refusal is an error. */
  public Problem tell(Problem problem, String effect) {
    String words = words();
    if (words.isEmpty()) {
      return problem;
    }
    Problem told = problem.withEffect(words + " " + effect);
    return refused() ? told.as(Severity.ERROR) : told;
  }

  /** A sentence for each fate; empty where there is nothing to say. */
  public String words() {
    return Stream.of(
            refused()
                ? sentence("It fails: the server refuses it because of ", Fate.REFUSES, ".")
                : "",
            sentence("Without a word it also drops ", Fate.GOES_ALONG, "."),
            sentence("What stays and fails when it is used next: ", Fate.BREAKS, "."),
            sentence(
                "By its text, which may mean something else, this speaks of it too: ",
                Fate.MAY_BREAK,
                "."))
        .filter(s -> !s.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String sentence(String before, Fate fate, String after) {
    String names = names(EnumSet.of(fate));
    return names.isEmpty() ? "" : before + names + after;
  }

  /** {@code view a, trigger b of c and 3 more}. */
  public String names(Set<Fate> fates) {
    List<String> names =
        dependants.stream()
            .filter(d -> fates.contains(d.fate()))
            .map(Dependant::toString)
            .distinct()
            .toList();
    int more = names.size() - MOST_NAMES;
    return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
