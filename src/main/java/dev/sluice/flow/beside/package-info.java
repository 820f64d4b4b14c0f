/**
 * What stands beside a change: code that uses what it drops, other merge requests that touch the
 * same.
 */
@NullMarked
package dev.sluice.flow.beside;

import org.jspecify.annotations.NullMarked;
