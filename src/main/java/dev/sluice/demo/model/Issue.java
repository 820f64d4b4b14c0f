package dev.sluice.demo.model;

import java.time.Instant;

/** An issue. */
public final class Issue extends Noteable {

  public Issue(Identity identity, Project project, User author, String title, Instant now) {
    super(identity, project, author, title, now);
  }

  @Override
  public String kind() {
    return "Issue";
  }

  @Override
  public String route() {
    return "issues";
  }
}
