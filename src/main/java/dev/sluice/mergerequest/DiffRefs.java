package dev.sluice.mergerequest;

/**
 * The three commits that GitLab wants with every diff position; take them from the newest version.
 */
public record DiffRefs(String baseSha, String startSha, String headSha) {}
