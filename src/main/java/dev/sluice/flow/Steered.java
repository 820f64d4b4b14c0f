package dev.sluice.flow;

/** What came of an order, in words for the person who gave it. */
public record Steered(boolean done, String words) {}
