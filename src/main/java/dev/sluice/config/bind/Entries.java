package dev.sluice.config.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping's entries in order, merge keys ({@code <<}) applied, duplicates told. */
final class Entries {
  /** One entry, with the node of its key for its position. */
  record Entry(String name, Node key, Node value) {}

  private static final int MAX_MERGES = 20;

  private final Binder binder;
  private final Problems problems;

  Entries(Binder binder) {
    this.binder = binder;
    this.problems = binder.problems();
  }

  List<Entry> of(MappingNode mapping, Spot spot) {
    var own = new LinkedHashMap<String, Entry>();
    collect(mapping, spot, own, 0);
    return List.copyOf(own.values());
  }

  private void collect(MappingNode mapping, Spot spot, Map<String, Entry> into, int depth) {
    var merged = new ArrayList<Node>();
    var here = new LinkedHashMap<String, Entry>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        merged.add(tuple.getValueNode());
      } else {
        entry(tuple, spot).ifPresent(entry -> add(entry, here, spot));
      }
    }
    here.forEach(into::putIfAbsent);
    merged.forEach(node -> merge(node, spot, into, depth + 1));
  }

  private Optional<Entry> entry(NodeTuple tuple, Spot spot) {
    if (tuple.getKeyNode() instanceof ScalarNode key) {
      return Optional.of(new Entry(key.getValue(), key, tuple.getValueNode()));
    }
    problems.add(
        Problem.at(
            Place.of(tuple.getKeyNode().getStartMark()),
            spot.path(),
            "has a key that is not text"));
    return Optional.empty();
  }

  private void add(Entry entry, Map<String, Entry> here, Spot spot) {
    Entry first = here.putIfAbsent(entry.name(), entry);
    if (first != null) {
      Place place = Place.of(entry.key().getStartMark());
      int line = Place.of(first.key().getStartMark()).line();
      String path = spot.child(entry.name(), entry.value()).path();
      problems.add(Problem.at(place, path, "is there twice, first in line " + line));
    }
  }

  private void merge(Node node, Spot spot, Map<String, Entry> into, int depth) {
    if (!binder.affords()) {
      return;
    }
    if (node instanceof MappingNode mapping && depth < MAX_MERGES) {
      collect(mapping, spot, into, depth);
    } else if (node instanceof SequenceNode several && depth < MAX_MERGES) {
      several.getValue().forEach(one -> merge(one, spot, into, depth + 1));
    } else {
      problems.add(
          Problem.at(
              Place.of(node.getStartMark()), spot.path(), "has a << that merges no mapping"));
    }
  }
}
