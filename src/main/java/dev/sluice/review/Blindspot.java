package dev.sluice.review;

import dev.sluice.sql.Place;

/** A statement or clause that could not be reviewed fully, and why. */
public record Blindspot(String path, Place place, String reason) {}
