package dev.sluice.mergerequest;

/** GitLab's environments and deployments: for people, so that they see where a change is. */
public interface DeploymentRecords {
  /** Starts a record (the environment is made when missing); its id. */
  long start(long repository, String environment, String branch, String sha);

  void finish(long repository, long deployment, Outcome outcome);

  /** How it ended, in GitLab's words. */
  enum Outcome {
    SUCCESS,
    FAILED,
    CANCELED
  }
}
