package dev.sluice.demo.model;

import java.util.Map;
import java.util.TreeMap;

/** Who may do what: effective access levels, inherited ones included. */
public final class Access {
  private final World world;

  public Access(World world) {
    this.world = world;
  }

  /** Level per user id, from the group itself and the groups above it. */
  public Map<Long, Integer> members(Group group) {
    return inherited(group.path);
  }

  /** Level per user id, from the project and the groups it is in. */
  public Map<Long, Integer> members(Project project) {
    var levels = inherited(project.namespace());
    project.members.forEach((user, level) -> levels.merge(user, level, Math::max));
    return levels;
  }

  private Map<Long, Integer> inherited(String path) {
    Map<Long, Integer> levels = new TreeMap<>();
    for (var group : world.groups.values()) {
      if (group.holds(path)) {
        group.members.forEach((user, level) -> levels.merge(user, level, Math::max));
      }
    }
    return levels;
  }

  public int level(User user, Project project) {
    return members(project).getOrDefault(user.id(), Level.NONE);
  }

  public boolean canSee(User user, Project project) {
    return project.visibility != Visibility.PRIVATE || level(user, project) >= Level.GUEST;
  }

  public boolean canSee(User user, Group group) {
    return group.visibility != Visibility.PRIVATE
        || members(group).getOrDefault(user.id(), Level.NONE) >= Level.GUEST;
  }

  /** Refuses with 403 whoever has less than the level. */
  public void require(User user, Project project, int level) {
    if (level(user, project) < level) {
      throw Refusal.forbidden();
    }
  }
}
