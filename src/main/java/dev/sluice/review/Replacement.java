package dev.sluice.review;

import dev.sluice.sql.Place;

/**
 * Text that mends a finding.
 *
 * @param place what it replaces; a place of length 0 inserts
 */
public record Replacement(Place place, String text) {}
