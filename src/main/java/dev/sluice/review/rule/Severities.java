package dev.sluice.review.rule;

import dev.sluice.review.Severity;
import java.util.Optional;

/**
 * How much a rule's findings matter where the policy does not say.
 *
 * @param onSmallTables the severity at most, where the table is known to be small
 */
public record Severities(Severity standard, Optional<Severity> onSmallTables) {}
