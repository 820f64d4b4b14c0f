package dev.sluice.config.bind;

import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Binds a section whose key {@code type} says which record it is. */
final class BindVariant {
  static final String TYPE = "type";

  private final Binder binder;
  private final Spot spot;

  BindVariant(Binder binder, Spot spot) {
    this.binder = binder;
    this.spot = spot;
  }

  Optional<Object> bind(Shape.Variants shape, MappingNode mapping) {
    var byName = shape.byName();
    Optional<ScalarNode> type = typeOf(mapping);
    if (type.isEmpty()) {
      return binder.fail(spot, "needs a type: one of " + String.join(", ", byName.keySet()));
    }
    String written = type.get().getValue();
    Shape.Section section = byName.get(written);
    if (section == null) {
      Spot at = spot.child(TYPE, type.get());
      binder.places().put(at.path(), at.place(), at.place());
      binder.problems().dangling(at.path(), TYPE, written, byName.keySet());
      return Optional.empty();
    }
    return new BindSection(binder, spot, section).bind(mapping, List.of(TYPE));
  }

  private Optional<ScalarNode> typeOf(MappingNode mapping) {
    return mapping.getValue().stream()
        .filter(t -> t.getKeyNode() instanceof ScalarNode key && key.getValue().equals(TYPE))
        .filter(t -> t.getValueNode() instanceof ScalarNode)
        .map(t -> (ScalarNode) t.getValueNode())
        .findFirst();
  }
}
