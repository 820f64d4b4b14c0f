package dev.sluice.demo.act;

import dev.sluice.demo.git.GitRepository;
import dev.sluice.demo.git.Tree;
import dev.sluice.demo.git.Tree.Entry;
import dev.sluice.demo.model.Refusal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One change of a commit. Actions: {@code create}, {@code update}, {@code delete}, {@code move},
 * {@code chmod}; {@code put} creates or updates.
 */
public final class FileAction {
  private final String action;
  private final String path;
  private final @Nullable String from;
  private final byte @Nullable [] content;
  private final String mode;

  public FileAction(
      String action, String path, @Nullable String from, byte @Nullable [] content, String mode) {
    this.action = action;
    this.path = path;
    this.from = from;
    this.content = content;
    this.mode = mode;
  }

  public static FileAction put(String path, String text) {
    return put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  public static FileAction put(String path, byte[] content) {
    return new FileAction("put", path, null, content, Tree.FILE);
  }

  public static FileAction symlink(String path, String target) {
    var content = target.getBytes(StandardCharsets.UTF_8);
    return new FileAction("put", path, null, content, Tree.SYMLINK);
  }

  public static FileAction delete(String path) {
    return new FileAction("delete", path, null, null, Tree.FILE);
  }

  public static FileAction rename(String from, String path) {
    return new FileAction("move", path, from, null, Tree.FILE);
  }

  /** The tree with this change made; refuses what is not possible. */
  public Tree apply(GitRepository repository, Tree tree) {
    var exists = tree.file(path).isPresent();
    if (action.equals("create") && exists) {
      throw Refusal.of(400, "A file with this name already exists");
    }
    if ((action.equals("update") || action.equals("delete")) && !exists) {
      throw Refusal.of(400, "A file with this name doesn't exist");
    }
    if (action.equals("delete")) {
      return tree.without(path);
    }
    var old = from == null ? path : from;
    var rest = from == null ? tree : tree.without(from);
    return rest.with(path, entry(repository, tree, old));
  }

  private Entry entry(GitRepository repository, Tree tree, String old) {
    if (content != null && !action.equals("chmod")) {
      return new Entry(mode, repository.store(content));
    }
    var entry = tree.file(old);
    if (entry.isEmpty()) {
      throw Refusal.of(400, "A file with this name doesn't exist");
    }
    return action.equals("chmod") ? new Entry(mode, entry.get().blob()) : entry.get();
  }
}
