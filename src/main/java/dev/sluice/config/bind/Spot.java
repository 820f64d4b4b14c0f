package dev.sluice.config.bind;

import org.yaml.snakeyaml.nodes.Node;

/**
 * A node on its way into a record.
 *
 * @param path key path in the file
 * @param place where to point when it is wrong
 * @param written false when the node is one of our defaults, whose own position means nothing
 */
record Spot(Node node, String path, Place place, boolean written) {

  Spot child(String name, Node child) {
    String childPath = path.isEmpty() ? name : path + "." + name;
    return new Spot(child, childPath, placeOf(child), written);
  }

  Spot element(int index, Node child) {
    return new Spot(child, path + "[" + index + "]", placeOf(child), written);
  }

  Spot absent(String name, Node byDefault) {
    String childPath = path.isEmpty() ? name : path + "." + name;
    return new Spot(byDefault, childPath, place, false);
  }

  private Place placeOf(Node child) {
    return written ? Place.of(child.getStartMark()) : place;
  }
}
