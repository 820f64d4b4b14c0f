package dev.sluice.mergerequest;

/** The ports to GitLab in one hand, for wiring. */
public record CodeHost(
    MergeRequests mergeRequests,
    Discussions discussions,
    CommitStatuses statuses,
    Repositories repositories,
    People people,
    DeploymentRecords deployments,
    Writing writing) {}
