package dev.sluice.gitlab;

import dev.sluice.mergerequest.DeploymentRecords;
import dev.sluice.mergerequest.HostRefusedException;
import java.util.Locale;
import java.util.Optional;
import org.gitlab4j.models.Constants.DeploymentStatus;

/** GitLab makes a missing environment itself when a deployment names it. */
final class GitLabDeploymentRecords implements DeploymentRecords {
  private static final String ALL = "/projects/:id/deployments";
  private final GitLabConnection gitlab;

  GitLabDeploymentRecords(GitLabConnection gitlab) {
    this.gitlab = gitlab;
  }

  @Override
  public long start(long repository, String environment, String branch, String sha) {
    return OnceOnly.post(
        gitlab.patience(),
        () -> running(repository, environment, sha),
        () ->
            gitlab
                .ask(
                    "POST " + ALL,
                    api ->
                        api.getDeploymentsApi()
                            .addDeployment(
                                repository,
                                environment,
                                sha,
                                branch,
                                false,
                                DeploymentStatus.RUNNING))
                .getId());
  }

  private Optional<Long> running(long repository, String environment, String sha) {
    long me = gitlab.me();
    Route running =
        Route.of(ALL, repository)
            .with("environment", environment)
            .with("status", "running")
            .with("order_by", "id")
            .with("sort", "desc");
    return gitlab.rest().pages(running, Payload.Deployment.class).next().stream()
        .filter(it -> "running".equals(it.status()) && sha.equals(it.sha()))
        .filter(it -> it.user() != null && it.user().id() == me)
        .map(Payload.Deployment::id)
        .findFirst();
  }

  @Override
  public void finish(long repository, long deployment, Outcome outcome) {
    try {
      gitlab.ask(
          "PUT " + ALL + "/:deployment",
          api ->
              api.getDeploymentsApi()
                  .updateDeployment(
                      repository, deployment, DeploymentStatus.valueOf(outcome.name())));
    } catch (HostRefusedException refused) {
      if (!ended(repository, deployment, outcome)) {
        throw refused;
      }
    }
  }

  /** GitLab refuses to end a deployment twice in the same way; that is what we wanted. */
  private boolean ended(long repository, long deployment, Outcome outcome) {
    return gitlab
        .rest()
        .find(Route.of(ALL + "/:deployment", repository, deployment), Payload.Deployment.class)
        .filter(it -> outcome.name().toLowerCase(Locale.ROOT).equals(it.status()))
        .isPresent();
  }
}
