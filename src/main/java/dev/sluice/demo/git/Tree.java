package dev.sluice.demo.git;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of one commit by their full path (no nested trees: directories are implied). */
public record Tree(SortedMap<String, Entry> files) {
  public static final String FILE = "100644";
  public static final String SYMLINK = "120000";

  /** One file: its mode as git writes it, and the id of its content. */
  public record Entry(String mode, String blob) {}

  public Tree {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  public static Tree empty() {
    return new Tree(new TreeMap<>());
  }

  public Optional<Entry> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  public Tree with(String path, Entry entry) {
    var changed = new TreeMap<>(files);
    changed.put(path, entry);
    return new Tree(changed);
  }

  public Tree without(String path) {
    var changed = new TreeMap<>(files);
    changed.remove(path);
    return new Tree(changed);
  }

  public boolean hasDirectory(String path) {
    return path.isEmpty() || files.keySet().stream().anyMatch(file -> file.startsWith(path + "/"));
  }

  String id() {
    var text = new StringBuilder();
    for (Map.Entry<String, Entry> file : files.entrySet()) {
      text.append(file.getValue().mode()).append(' ').append(file.getValue().blob());
      text.append('\t').append(file.getKey()).append('\n');
    }
    return Hashes.object("tree", text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
