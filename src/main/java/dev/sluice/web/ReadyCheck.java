package dev.sluice.web;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that must work before traffic is welcome.
 *
 * @param problem what is wrong, in words that may be shown to anybody; empty when all is well
 */
public record ReadyCheck(String name, Supplier<Optional<String>> problem) {}
