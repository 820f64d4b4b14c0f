package dev.sluice.review;

/** A finding that a person accepted, and on what grounds. */
public record WaivedFinding(ReviewedFinding finding, Waiver waiver) {}
