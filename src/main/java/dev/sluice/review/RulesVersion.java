package dev.sluice.review;

/**
 * From which version on rules are new to a policy: those only inform.
 *
 * @param policy the review policy that says so
 */
public record RulesVersion(String policy, SluiceVersion version) {}
