package dev.sluice.flow.deploy;

/** What came of an order, in words for the person who gave it. */
public record Steered(boolean done, String words) {}
