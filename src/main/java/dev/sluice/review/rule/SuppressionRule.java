package dev.sluice.review.rule;

import java.util.Optional;

/** Told of each {@code -- sluice:ignore} comment and what became of it. */
public interface SuppressionRule extends Rule {
  Optional<Problem> check(SuppressionUse use);
}
