package dev.sluice.gitlab;

import dev.sluice.mergerequest.CodeHost;

/** The way in: opens a connection and hands out the ports. Threads may share it. */
public final class GitLab implements AutoCloseable {
  private final GitLabConnection connection;
  private final CodeHost host;

  private GitLab(GitLabConnection connection) {
    this.connection = connection;
    this.host =
        new CodeHost(
            new GitLabMergeRequests(connection),
            new GitLabDiscussions(connection),
            new GitLabCommitStatuses(connection),
            new GitLabRepositories(connection),
            new GitLabPeople(connection),
            new GitLabDeploymentRecords(connection),
            new GitLabWriting(connection));
  }

  /** Talks to nobody yet. IllegalArgumentException when the CA file cannot be used. */
  public static GitLab open(GitLabSettings settings) {
    return open(settings, Patience.DEFAULT);
  }

  static GitLab open(GitLabSettings settings, Patience patience) {
    return new GitLab(new GitLabConnection(settings, patience));
  }

  public CodeHost host() {
    return host;
  }

  @Override
  public void close() {
    connection.close();
  }
}
