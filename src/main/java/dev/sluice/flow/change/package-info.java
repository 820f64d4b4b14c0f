/**
 * Reading a change out of a repository: which files, for which databases, and what is wrong with
 * them.
 */
@NullMarked
package dev.sluice.flow.change;

import org.jspecify.annotations.NullMarked;
