package dev.sluice.demo.model;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Everything the stand-in knows. All reading and writing happens inside {@link #locked}. */
public final class World {
  public final Map<Long, User> users = new LinkedHashMap<>();
  public final Map<String, Long> tokens = new LinkedHashMap<>();
  public final Map<Long, Group> groups = new LinkedHashMap<>();
  public final Map<Long, Project> projects = new LinkedHashMap<>();
  public Edition edition = Edition.FREE;
  public String version = "18.6.0-ee";

  /** How many reads of a new merge request see no diff yet. */
  public int unpreparedReads;

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private long lastId = 100;
  private String url = "";

  public World(Clock clock) {
    this.clock = clock;
  }

  /** Runs alone with the state. */
  public <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  public Instant now() {
    return clock.instant();
  }

  public long nextId() {
    return ++lastId;
  }

  /** Where the stand-in is reached, without a slash at the end. */
  public String url() {
    return url;
  }

  public void setUrl(String newUrl) {
    url = newUrl;
  }

  /** A user as of now: renames and blocks included. */
  public User fresh(User user) {
    return users.getOrDefault(user.id(), user);
  }

  public Optional<User> user(String username) {
    return users.values().stream()
        .filter(user -> user.username().equalsIgnoreCase(username))
        .findFirst();
  }

  public Optional<Group> group(String path) {
    return groups.values().stream().filter(group -> group.path.equals(path)).findFirst();
  }

  public Optional<Project> project(String path) {
    return projects.values().stream().filter(project -> project.path.equals(path)).findFirst();
  }
}
