package dev.sluice.demo.model;

/** GitLab's access levels as the numbers of its API. */
public final class Level {
  public static final int NONE = 0;
  public static final int GUEST = 10;
  public static final int REPORTER = 20;
  public static final int DEVELOPER = 30;
  public static final int MAINTAINER = 40;
  public static final int OWNER = 50;

  private Level() {}
}
