package dev.sluice.mergerequest;

/**
 * A line on the new side of a diff, numbered as GitLab numbers it.
 *
 * @param oldNumber its number on the old side; for an added line, the old side's running counter (0
 *     in a new file), which GitLab's line codes contain
 * @param newNumber its number on the new side, from 1
 * @param added false for an unchanged line of the context
 */
public record DiffLine(int oldNumber, int newNumber, boolean added) {}
