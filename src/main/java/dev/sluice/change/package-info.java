/**
 * The shared words: project, environment, database, target, script, change, digest, risk,
 * requirement.
 */
@NullMarked
package dev.sluice.change;

import org.jspecify.annotations.NullMarked;
