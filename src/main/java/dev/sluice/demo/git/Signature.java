package dev.sluice.demo.git;

/** Who wrote a commit. */
public record Signature(String name, String email) {}
