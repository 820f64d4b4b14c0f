package dev.sluice.review.rule;

import dev.sluice.language.Message;
import dev.sluice.probe.Answer;
import dev.sluice.probe.Dependant;
import dev.sluice.probe.Dependant.Fate;
import dev.sluice.probe.Probe;
import dev.sluice.probe.Probe.Deed;
import dev.sluice.review.Severity;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What hangs on what a statement drops or changes, as the target says, and in words. What the same
 * change drops or makes anew by itself is left out.
 *
 * @param cascade whether the server takes along what would otherwise refuse
 */
public record Dependence(List<Dependant> dependants, boolean cascade) {
  private static final int MOST_NAMES = 5;

  private static final String REFUSED = "It fails: ";

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
    return (dependant.fate() == Fate.REFUSES && !cascade)
        ? doings.before(dependant, scene.script().path(), scene.statement().number())
        : doings.anywhere(dependant);
  }

  /** Whether the statement fails because of them. */
  public boolean refused() {
    return !cascade && dependants.stream().anyMatch(d -> d.fate() == Fate.REFUSES);
  }

  /** What CASCADE takes along, each by name. */
  public Stream<Message> takenAlong() {
    return dependants.stream().filter(d -> d.fate() == Fate.REFUSES).map(Dependence::named);
  }

  /** The problem with what the dependants add to it: they are named, and a refusal is an error. */
  public Problem tell(Problem problem, String effect) {
    Optional<Message> words = words();
    if (words.isEmpty()) {
      return problem;
    }
    Problem told = problem.withEffect("%s %s", words.get(), Message.text(effect));
    return refused() ? told.as(Severity.ERROR) : told;
  }

  /** A sentence for each fate; empty where there is nothing to say. */
  public Optional<Message> words() {
    return Stream.of(Fate.values())
        .filter(f -> f != Fate.REFUSES || !cascade)
        .filter(f -> dependants.stream().anyMatch(d -> d.fate() == f))
        .map(f -> sentence(f, names(Set.of(f))))
        .reduce((before, next) -> Message.of("%s %s", before, next));
  }

  private static Message sentence(Fate fate, Message names) {
    return switch (fate) {
      case REFUSES -> Message.of("It fails: the server refuses it because of %s.", names);
      case GOES_ALONG -> Message.of("Without a word it also drops %s.", names);
      case BREAKS -> Message.of("What stays and fails when it is used next: %s.", names);
      case MAY_BREAK ->
          Message.of(
              "By its text, which may mean something else, this speaks of it too: %s.", names);
    };
  }

  /** {@code foreign key orders_customer_fkey of orders}; without the name where it has none. */
  private static Message named(Dependant dependant) {
    Message kind = Message.text(dependant.kind());
    String name = dependant.name().name();
    Optional<String> on = dependant.on().map(ObjectName::name);
    if (on.isEmpty()) {
      return Message.of("%s %s", kind, name);
    }
    return on.get().equals(name)
        ? Message.of("%s of %s", kind, name)
        : Message.of("%s %s of %s", kind, name, on.get());
  }

  /** {@code view a, trigger b of c and 3 more}. */
  public Message names(Set<Fate> fates) {
    List<Message> names =
        dependants.stream()
            .filter(d -> fates.contains(d.fate()))
            .map(Dependence::named)
            .distinct()
            .toList();
    List<Message> first = names.stream().limit(MOST_NAMES).toList();
    int more = names.size() - MOST_NAMES;
    return more > 0 ? Message.of("%s and %s more", first, more) : Message.of("%s", first);
  }

  /** Whether something that was said means that the statement will fail. */
  public static boolean foretold(Message said) {
    return said.template().startsWith(REFUSED)
        || said.args().stream().anyMatch(a -> a instanceof Message part && foretold(part));
  }
}
