package dev.sluice.review;

/** A finding that the script itself waives with {@code -- sluice:ignore <rule> <reason>}. */
public record SuppressedFinding(Finding finding, String reason) {}
