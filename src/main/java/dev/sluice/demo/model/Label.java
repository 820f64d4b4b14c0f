package dev.sluice.demo.model;

/** A label of a project. */
public record Label(long id, String name, String color) {}
