package dev.sluice.mergerequest;

import java.util.Optional;

/** A GitLab project; {@code path} and {@code webUrl} are for display only. */
public record Repository(long id, String path, String webUrl, Optional<String> defaultBranch) {}
