package dev.sluice.demo.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** A group; its place in the tree is its full path. Members map user ids to access levels. */
public final class Group {
  public final long id;
  public final String path;
  public final Visibility visibility;
  public final Map<Long, Integer> members = new LinkedHashMap<>();

  public Group(long id, String path, Visibility visibility) {
    this.id = id;
    this.path = path;
    this.visibility = visibility;
  }

  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** True for the group itself and everything below it. */
  public boolean holds(String otherPath) {
    return otherPath.equals(path) || otherPath.startsWith(path + "/");
  }
}
