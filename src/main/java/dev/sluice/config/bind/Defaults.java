package dev.sluice.config.bind;

import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** The nodes that stand in for what a file leaves out. */
public final class Defaults {
  private Defaults() {}

  static Node emptySection() {
    return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
  }

  /** The node that {@link dev.sluice.setting.Default} describes. */
  static Node parse(String byDefault) {
    try {
      return YamlTree.read(byDefault).orElseGet(Defaults::emptySection);
    } catch (YamlTree.Unreadable e) {
      throw new IllegalStateException("@Default(\"" + byDefault + "\") is not YAML", e);
    }
  }

  /** A record of its defaults alone; throws IllegalStateException when a key of it is required. */
  public static <T extends Record> T of(Class<T> type) {
    Bound<T> bound = Binder.bind("{}", type, Surroundings.ofThisProcess());
    Optional<T> value = bound.value();
    return value.orElseThrow(
        () -> new IllegalStateException(type + " has no defaults: " + bound.problems().inOrder()));
  }
}
