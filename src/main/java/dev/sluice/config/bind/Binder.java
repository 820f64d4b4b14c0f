package dev.sluice.config.bind;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** Binds a YAML text onto a record and gathers all problems on the way. */
public final class Binder {
  /** More nodes than any real file has; reached only by aliases of aliases. */
  private static final int MAX_NODES = 200_000;

  private final Places places = new Places();
  private final Interpolation interpolation;
  private final Problems problems;
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int visited;

  private Binder(Surroundings surroundings) {
    this.interpolation = new Interpolation(surroundings);
    this.problems = new Problems(places, interpolation);
  }

  /** Never throws for what the text says; the value is missing when anything in it is wrong. */
  public static <T extends Record> Bound<T> bind(
      String yaml, Class<T> type, Surroundings surroundings) {
    var binder = new Binder(surroundings);
    Optional<T> value = Optional.empty();
    try {
      Node root = YamlTree.read(yaml).orElseGet(Defaults::emptySection);
      value =
          binder
              .bind(Shape.of(type), new Spot(root, "", Place.START, true))
              .map(type::cast)
              .filter(bound -> binder.problems.count() == 0);
    } catch (YamlTree.Unreadable e) {
      binder.problems.add(e.problem());
    } catch (StackOverflowError e) {
      binder.problems.add(Problem.at(Place.START, "", "is nested too deeply"));
    }
    return new Bound<>(value, binder.problems, binder.interpolation.files());
  }

  /** Empty when the node could not be bound; the reason is among the problems then. */
  Optional<Object> bind(Shape shape, Spot spot) {
    Node node = spot.node();
    if (!affords()) {
      return Optional.empty();
    }
    if (!open.add(node)) {
      problems.add(Problem.at(spot.place(), spot.path(), "contains itself"));
      return Optional.empty();
    }
    try {
      return shape.accept(new BindNode(this, spot));
    } finally {
      open.remove(node);
    }
  }

  /** Counts one more node; false when the file has used up its share, which is told once. */
  boolean affords() {
    visited++;
    if (visited == MAX_NODES + 1) {
      problems.add(Problem.at(Place.START, "", "is too large once its aliases are followed"));
    }
    return visited <= MAX_NODES;
  }

  /** {@code key:} with nothing behind it counts as left out. */
  static boolean isEmpty(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  Places places() {
    return places;
  }

  Interpolation interpolation() {
    return interpolation;
  }

  Problems problems() {
    return problems;
  }

  Optional<Object> fail(Spot spot, String reason) {
    problems.add(Problem.at(spot.place(), spot.path(), reason));
    return Optional.empty();
  }
}
