package dev.sluice.config.bind;

import java.util.HashMap;
import java.util.Map;

/** Where the file says what: key path to the place of the key and of its value. */
final class Places {
  private final Map<String, Place> keys = new HashMap<>();
  private final Map<String, Place> values = new HashMap<>();

  void put(String keyPath, Place key, Place value) {
    keys.putIfAbsent(keyPath, key);
    values.putIfAbsent(keyPath, value);
  }

  Place key(String keyPath) {
    return nearest(keyPath, keys);
  }

  Place value(String keyPath) {
    return values.containsKey(keyPath) ? nearest(keyPath, values) : nearest(keyPath, keys);
  }

  /** A key that the file leaves out is looked for where it would have to be: in its parent. */
  private static Place nearest(String keyPath, Map<String, Place> known) {
    String path = keyPath;
    while (!path.isEmpty() && !known.containsKey(path)) {
      path = parent(path);
    }
    return known.getOrDefault(path, Place.START);
  }

  private static String parent(String keyPath) {
    return keyPath.substring(
        0, Math.max(0, Math.max(keyPath.lastIndexOf('.'), keyPath.lastIndexOf('['))));
  }
}
