package dev.sluice.review.engine;

import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rule;

/**
 * A problem on its way to a finding.
 *
 * @param statement the statement's number; 0 when it belongs to none
 * @param text what the fingerprint is made of, lines and spacing aside
 */
record Found(Rule rule, Problem problem, int statement, String text) {}
