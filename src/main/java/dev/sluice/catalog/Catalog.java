package dev.sluice.catalog;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A schema as data, immutable: reading it from a target gives the first one, each action gives the
 * next. An <em>unread</em> catalog (target unreachable, or none asked) knows only what the scripts
 * themselves created; it never claims that something is missing.
 */
public interface Catalog {
  Dialect dialect();

  /** Empty for an unread catalog. */
  Optional<ServerVersion> version();

  /** Whether it was read from a target, so that "not there" means something. */
  boolean read();

  Optional<Table> table(ObjectName name);

  boolean hasView(ObjectName name);

  /** The table that has the index, with the index. */
  Optional<Table> tableOfIndex(ObjectName index);

  Collection<Table> tables();

  /** Created by the actions applied so far, and so invisible to anybody else until the commit. */
  boolean isNew(ObjectName table);

  /** New, and no script has put rows into it yet. */
  boolean isNewAndEmpty(ObjectName table);

  /** What is wrong with doing this now; empty when nothing is, or when we cannot know. */
  List<Conflict> conflicts(Action action);

  /** The catalog after the action; an action with conflicts changes what it can. */
  Catalog after(Action action);
}
