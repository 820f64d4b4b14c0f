package dev.sluice.review;

import dev.sluice.sql.ParsedScript;

/** A script and where it stands in the repository. */
public record ScriptUnderReview(String path, ParsedScript script) {}
