package dev.sluice.config.bind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Binds one node according to its shape; empty means that it told a problem instead. */
final class BindNode implements Shape.Visitor<Optional<Object>> {
  private final Binder binder;
  private final Spot spot;

  BindNode(Binder binder, Spot spot) {
    this.binder = binder;
    this.spot = spot;
  }

  @Override
  public Optional<Object> text(Shape.Text shape) {
    Scalars.Scalar scalar = Scalars.of(shape.type());
    String what = scalar.what().isEmpty() ? "text" : scalar.what();
    Optional<String> text = resolved(what);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(scalar.parser().apply(text.get()));
    } catch (IllegalArgumentException e) {
      String reason = scalar.what().isEmpty() ? "" : quoted() + " is not " + scalar.what();
      return binder.fail(
          spot, reason.isEmpty() ? Objects.requireNonNullElse(e.getMessage(), "is wrong") : reason);
    }
  }

  /** The scalar's text with references resolved; empty when there is none, which has been told. */
  private Optional<String> resolved(String what) {
    if (!(spot.node() instanceof ScalarNode scalar)) {
      binder.fail(spot, "expects " + what + ", found " + kind(spot.node()));
      return Optional.empty();
    }
    if (Binder.isEmpty(scalar)) {
      binder.fail(spot, "expects " + what + ", found nothing");
      return Optional.empty();
    }
    int before = binder.problems().count();
    String text = binder.interpolation().resolve(scalar.getValue(), why -> binder.fail(spot, why));
    return binder.problems().count() == before ? Optional.of(text) : Optional.empty();
  }

  /** As written in the file: a reference, never what it stands for. */
  private String quoted() {
    String raw = spot.node() instanceof ScalarNode scalar ? scalar.getValue() : "";
    return "\"" + (raw.length() > 60 ? raw.substring(0, 60) + "…" : raw) + "\"";
  }

  private static String kind(Node node) {
    if (node instanceof MappingNode) {
      return "a section with keys";
    }
    return node instanceof SequenceNode ? "a list" : "a single value";
  }

  @Override
  public Optional<Object> choice(Shape.Choice shape) {
    var constants = shape.constants();
    Optional<String> text = resolved("one of " + String.join(", ", constants.keySet()));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Enum<?> constant = constants.get(text.get());
    if (constant == null) {
      String reason = quoted() + " is none of " + String.join(", ", constants.keySet());
      var guess = DidYouMean.guess(text.get(), constants.keySet());
      Place at = spot.place();
      binder.problems().add(new Problem(at.line(), at.column(), spot.path(), reason, guess));
    }
    return Optional.ofNullable(constant);
  }

  @Override
  public Optional<Object> many(Shape.Many shape) {
    if (!(spot.node() instanceof SequenceNode several)) {
      return alone(shape);
    }
    List<Node> nodes = several.getValue();
    var bound = new ArrayList<Object>();
    for (int i = 0; i < nodes.size(); i++) {
      Spot element = spot.element(i, nodes.get(i));
      note(element, element.place());
      binder.bind(shape.element(), element).ifPresent(bound::add);
    }
    if (bound.size() < nodes.size()) {
      return Optional.empty();
    }
    return shape.unique() ? unique(bound) : Optional.of(List.copyOf(bound));
  }

  /** A single element without brackets. */
  private Optional<Object> alone(Shape.Many shape) {
    if (spot.node() instanceof MappingNode && !(shape.element() instanceof Shape.Section)) {
      return binder.fail(spot, "expects a list, found " + kind(spot.node()));
    }
    Spot element = spot.element(0, spot.node());
    note(element, element.place());
    return shape
        .element()
        .accept(new BindNode(binder, element))
        .map(one -> shape.unique() ? Set.of(one) : List.of(one));
  }

  private Optional<Object> unique(List<Object> bound) {
    var set = new LinkedHashSet<Object>();
    boolean repeats = false;
    for (int i = 0; i < bound.size(); i++) {
      if (!set.add(bound.get(i))) {
        repeats = true;
        binder.problems().value(spot.path() + "[" + i + "]", "is in the list twice");
      }
    }
    return repeats ? Optional.empty() : Optional.of(Collections.unmodifiableSet(set));
  }

  @Override
  public Optional<Object> named(Shape.Named shape) {
    if (!(spot.node() instanceof MappingNode mapping)) {
      return binder.fail(spot, "expects names with values, found " + kind(spot.node()));
    }
    var entries = new Entries(binder).of(mapping, spot);
    Map<Object, Object> bound = new LinkedHashMap<>();
    for (Entries.Entry entry : entries) {
      Spot child = spot.child(entry.name(), entry.value());
      Place keyPlace = spot.written() ? Place.of(entry.key().getStartMark()) : spot.place();
      note(child, keyPlace);
      Optional<Object> key =
          binder.bind(shape.key(), new Spot(entry.key(), child.path(), keyPlace, spot.written()));
      Optional<Object> value =
          Binder.isEmpty(entry.value())
              ? shape
                  .value()
                  .accept(new Absent(binder, spot.absent(entry.name(), Defaults.emptySection())))
              : binder.bind(shape.value(), child);
      if (key.isPresent() && value.isPresent()) {
        bound.put(key.get(), value.get());
      }
    }
    return bound.size() < entries.size()
        ? Optional.empty()
        : Optional.of(Collections.unmodifiableMap(bound));
  }

  @Override
  public Optional<Object> maybe(Shape.Maybe shape) {
    return shape.inner().accept(this).map(Optional::of);
  }

  @Override
  public Optional<Object> section(Shape.Section shape) {
    Optional<Key> shortcut = shape.shortcut().filter(k -> spot.node() instanceof ScalarNode);
    if (shortcut.isPresent()) {
      return new BindSection(binder, spot, shape).bindShortcut(shortcut.get());
    }
    if (!(spot.node() instanceof MappingNode mapping)) {
      return binder.fail(spot, "expects a section with keys, found " + kind(spot.node()));
    }
    return new BindSection(binder, spot, shape).bind(mapping, List.of());
  }

  @Override
  public Optional<Object> variants(Shape.Variants shape) {
    if (!(spot.node() instanceof MappingNode mapping)) {
      return binder.fail(spot, "expects a section with keys, found " + kind(spot.node()));
    }
    return new BindVariant(binder, spot).bind(shape, mapping);
  }

  private void note(Spot child, Place key) {
    if (child.written()) {
      binder.places().put(child.path(), key, child.place());
    }
  }
}
